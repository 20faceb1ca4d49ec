@NullMarked
package dev.earshot.djl.vision.ocr;

import org.jspecify.annotations.NullMarked;
