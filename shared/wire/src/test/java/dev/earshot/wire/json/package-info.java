/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.json;

import org.jspecify.annotations.NullMarked;
