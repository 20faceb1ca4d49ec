/** Tests of how the models for pictures and clips are measured; none needs a model. */
@NullMarked
package dev.earshot.evaluation.vision;

import org.jspecify.annotations.NullMarked;
