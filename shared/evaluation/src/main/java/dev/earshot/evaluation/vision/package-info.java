/** Evaluation of the vision models on annotated pictures and clips. */
@NullMarked
package dev.earshot.evaluation.vision;

import org.jspecify.annotations.NullMarked;
