/** The text model: normaliser, tokenizer, batches, and what drove a verdict. */
@NullMarked
package dev.earshot.djl.text;

import org.jspecify.annotations.NullMarked;
