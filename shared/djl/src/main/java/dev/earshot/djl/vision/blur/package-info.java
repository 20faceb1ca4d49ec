/** Makes copies of pictures in which no face can be recognised. */
@NullMarked
package dev.earshot.djl.vision.blur;

import org.jspecify.annotations.NullMarked;
