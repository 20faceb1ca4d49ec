@NullMarked
package dev.earshot.djl.vision.scene;

import org.jspecify.annotations.NullMarked;
