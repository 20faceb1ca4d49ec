@NullMarked
package dev.earshot.djl.vision.safety;

import org.jspecify.annotations.NullMarked;
