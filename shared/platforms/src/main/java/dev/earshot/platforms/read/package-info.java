/** Reading of answers: JSON with its places, feeds. */
@NullMarked
package dev.earshot.platforms.read;

import org.jspecify.annotations.NullMarked;
