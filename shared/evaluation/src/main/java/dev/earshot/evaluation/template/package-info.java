/** Sentences generated from templates; the same seed gives the same sentences. */
@NullMarked
package dev.earshot.evaluation.template;

import org.jspecify.annotations.NullMarked;
