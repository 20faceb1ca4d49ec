/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.file;

import org.jspecify.annotations.NullMarked;
