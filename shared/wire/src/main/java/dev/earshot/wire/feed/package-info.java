/** Feeds: RSS and Atom. */
@NullMarked
package dev.earshot.wire.feed;

import org.jspecify.annotations.NullMarked;
