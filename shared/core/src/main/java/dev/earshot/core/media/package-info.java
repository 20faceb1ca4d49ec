/** Pictures and videos, and what the vision models find in them. */
@NullMarked
package dev.earshot.core.media;

import org.jspecify.annotations.NullMarked;
