/** Tests of the vision measurements; none needs a model. */
@NullMarked
package dev.earshot.evaluation.vision;

import org.jspecify.annotations.NullMarked;
