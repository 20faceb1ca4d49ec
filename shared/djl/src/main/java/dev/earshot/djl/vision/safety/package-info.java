/** Tells whether a brand can stand beside a picture. */
@NullMarked
package dev.earshot.djl.vision.safety;

import org.jspecify.annotations.NullMarked;
