/** Tests of what is read in texts. */
@NullMarked
package dev.earshot.reading;

import org.jspecify.annotations.NullMarked;
