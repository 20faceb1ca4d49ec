/** Sentences made from templates, the same ones for the same seed. */
@NullMarked
package dev.earshot.evaluation.template;

import org.jspecify.annotations.NullMarked;
