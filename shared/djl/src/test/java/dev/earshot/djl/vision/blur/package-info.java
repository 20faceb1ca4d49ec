@NullMarked
package dev.earshot.djl.vision.blur;

import org.jspecify.annotations.NullMarked;
