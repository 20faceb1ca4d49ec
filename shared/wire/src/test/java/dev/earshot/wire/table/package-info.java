/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.table;

import org.jspecify.annotations.NullMarked;
