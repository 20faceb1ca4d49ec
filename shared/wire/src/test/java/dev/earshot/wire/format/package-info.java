/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.format;

import org.jspecify.annotations.NullMarked;
