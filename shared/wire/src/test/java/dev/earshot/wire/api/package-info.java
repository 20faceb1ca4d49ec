/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.api;

import org.jspecify.annotations.NullMarked;
