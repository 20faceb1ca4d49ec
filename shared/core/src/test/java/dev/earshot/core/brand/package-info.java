@NullMarked
package dev.earshot.core.brand;

import org.jspecify.annotations.NullMarked;
