/** The functions that decide what is told of an episode, and tell it. */
@NullMarked
package dev.earshot.deliveralerts;

import org.jspecify.annotations.NullMarked;
