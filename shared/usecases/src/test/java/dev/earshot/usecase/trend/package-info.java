@NullMarked
package dev.earshot.usecase.trend;

import org.jspecify.annotations.NullMarked;
