/**
 * Reads text in pictures with PP-OCRv4: a network marks where text is, rectangles are drawn round
 * the marks, each is turned upright and read by a second network, line by line.
 */
@NullMarked
package dev.earshot.djl.vision.ocr;

import org.jspecify.annotations.NullMarked;
