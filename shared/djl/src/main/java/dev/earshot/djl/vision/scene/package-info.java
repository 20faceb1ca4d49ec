/** Tells where a picture was taken and what is worn in it, from features that others computed. */
@NullMarked
package dev.earshot.djl.vision.scene;

import org.jspecify.annotations.NullMarked;
