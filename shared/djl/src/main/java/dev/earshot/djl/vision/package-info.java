/** Runs all vision models on a picture or a frame of a video. */
@NullMarked
package dev.earshot.djl.vision;

import org.jspecify.annotations.NullMarked;
