/** Decides whether a brand may appear beside a picture. */
@NullMarked
package dev.earshot.djl.vision.safety;

import org.jspecify.annotations.NullMarked;
