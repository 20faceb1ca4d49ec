/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.reading.language;

import org.jspecify.annotations.NullMarked;
