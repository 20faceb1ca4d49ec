@NullMarked
package dev.earshot.usecase.job;

import org.jspecify.annotations.NullMarked;
