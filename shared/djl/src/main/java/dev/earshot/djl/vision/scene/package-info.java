/** Classifies where a picture was taken and what is worn in it, from features of other models. */
@NullMarked
package dev.earshot.djl.vision.scene;

import org.jspecify.annotations.NullMarked;
