/**
 * The analysis of a video from its decoded frames: which frames to look at, where shots begin, what
 * is tracked from frame to frame, and what is being done. Pure Java; frames come through {@link
 * dev.earshot.video.frame.FrameSource}, the models through {@link
 * dev.earshot.video.frame.FrameModel}.
 */
@NullMarked
package dev.earshot.video;

import org.jspecify.annotations.NullMarked;
