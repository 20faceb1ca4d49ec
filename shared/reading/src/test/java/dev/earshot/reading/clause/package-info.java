/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.reading.clause;

import org.jspecify.annotations.NullMarked;
