/** One frame: its pixels, its difference from others, the poses in it. */
@NullMarked
package dev.earshot.video.frame;

import org.jspecify.annotations.NullMarked;
