/**
 * Finds everyday things, products and faces in decoded pictures.
 *
 * <p>Each detector is one TorchScript network without non-maximum suppression; scaling, decoding
 * and suppression are plain Java. All are thread-safe: calls may overlap. How many threads libtorch
 * uses for one call is set for the whole process by the system property {@code
 * ai.djl.pytorch.num_threads} before the first model is loaded.
 */
@NullMarked
package dev.earshot.djl.vision.detect;

import org.jspecify.annotations.NullMarked;
