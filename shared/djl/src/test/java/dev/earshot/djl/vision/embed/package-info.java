@NullMarked
package dev.earshot.djl.vision.embed;

import org.jspecify.annotations.NullMarked;
