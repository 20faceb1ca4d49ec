/** Where shots begin and end. */
@NullMarked
package dev.earshot.video.shot;

import org.jspecify.annotations.NullMarked;
