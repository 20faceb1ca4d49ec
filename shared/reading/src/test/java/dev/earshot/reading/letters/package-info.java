/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.reading.letters;

import org.jspecify.annotations.NullMarked;
