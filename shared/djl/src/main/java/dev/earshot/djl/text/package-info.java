/** The text model: normaliser, tokenizer, batches, calibrated probabilities. */
@NullMarked
package dev.earshot.djl.text;

import org.jspecify.annotations.NullMarked;
