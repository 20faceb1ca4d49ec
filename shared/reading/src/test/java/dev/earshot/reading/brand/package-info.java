@NullMarked
package dev.earshot.reading.brand;

import org.jspecify.annotations.NullMarked;
