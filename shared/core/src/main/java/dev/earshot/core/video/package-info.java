/** What is found in a video, and the port of its model. */
@NullMarked
package dev.earshot.core.video;

import org.jspecify.annotations.NullMarked;
