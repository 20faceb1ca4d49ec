/** Reads a text: its language, what it says, of whom, and why; the model itself is a port. */
@NullMarked
package dev.earshot.reading;

import org.jspecify.annotations.NullMarked;
