/** Tables of posts: which column is what, in which order days and months stand, and their rows. */
@NullMarked
package dev.earshot.wire.table;

import org.jspecify.annotations.NullMarked;
