/** Files of pictures and videos: where they are, what happens to them, and their results. */
@NullMarked
package dev.earshot.core.media;

import org.jspecify.annotations.NullMarked;
