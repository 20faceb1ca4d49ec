/** Reads letters that are dressed up as other characters. */
@NullMarked
package dev.earshot.reading.letters;

import org.jspecify.annotations.NullMarked;
