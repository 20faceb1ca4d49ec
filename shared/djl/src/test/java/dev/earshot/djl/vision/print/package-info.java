@NullMarked
package dev.earshot.djl.vision.print;

import org.jspecify.annotations.NullMarked;
