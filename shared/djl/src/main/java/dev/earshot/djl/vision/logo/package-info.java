/**
 * Finds logos of which the user gave one to three pictures, without any training: by the local
 * directions of their edges in their fixed arrangement, checked pixel by pixel.
 */
@NullMarked
package dev.earshot.djl.vision.logo;

import org.jspecify.annotations.NullMarked;
