/**
 * Reads text in pictures with PP-OCRv4: a network marks where text is, rectangles are fitted around
 * the marks, and each is rotated upright and read as one line by a second network.
 */
@NullMarked
package dev.earshot.djl.vision.ocr;

import org.jspecify.annotations.NullMarked;
