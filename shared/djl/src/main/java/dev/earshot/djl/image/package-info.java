/**
 * From untrusted bytes to pixels. The container is walked and its dimensions are checked before any
 * pixel buffer exists; only what the picture needs reaches the decoder.
 */
@NullMarked
package dev.earshot.djl.image;

import org.jspecify.annotations.NullMarked;
