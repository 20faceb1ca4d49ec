/** Reads a text: its language, its sentiment, towards whom, and why; the model itself is a port. */
@NullMarked
package dev.earshot.reading;

import org.jspecify.annotations.NullMarked;
