/** Tracks objects and people from frame to frame. */
@NullMarked
package dev.earshot.video.track;

import org.jspecify.annotations.NullMarked;
