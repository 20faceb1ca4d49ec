/** {@code eval WHAT}: measures the models on labelled data. */
@NullMarked
package dev.earshot.evaluation.vision;

import org.jspecify.annotations.NullMarked;
