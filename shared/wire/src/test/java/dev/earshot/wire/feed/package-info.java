/** Tests of the package of the same name. */
@NullMarked
package dev.earshot.wire.feed;

import org.jspecify.annotations.NullMarked;
