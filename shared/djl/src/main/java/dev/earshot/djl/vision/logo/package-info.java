/**
 * Finds logos from one to three reference pictures each, without training: by the arrangement of
 * their local edge directions, checked pixel by pixel.
 */
@NullMarked
package dev.earshot.djl.vision.logo;

import org.jspecify.annotations.NullMarked;
