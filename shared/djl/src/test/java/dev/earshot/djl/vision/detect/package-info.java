/** Tests of the detectors, on drawn pictures and, where present, on photographs. */
@NullMarked
package dev.earshot.djl.vision.detect;

import org.jspecify.annotations.NullMarked;
