@NullMarked
package dev.earshot.djl.vision.why;

import org.jspecify.annotations.NullMarked;
