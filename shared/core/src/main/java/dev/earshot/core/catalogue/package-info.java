/** Finding files again: the index of what they show, and the copies of a picture. */
@NullMarked
package dev.earshot.core.catalogue;

import org.jspecify.annotations.NullMarked;
