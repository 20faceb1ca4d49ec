/** Finds the brands that a text or a picture names. */
@NullMarked
package dev.earshot.reading.brand;

import org.jspecify.annotations.NullMarked;
