/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.archive;

import org.jspecify.annotations.NullMarked;
