/** One frame: its pixels, its difference to others, the bodies in it. */
@NullMarked
package dev.earshot.video.frame;

import org.jspecify.annotations.NullMarked;
