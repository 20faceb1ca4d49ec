/** Evaluations that anyone can run; each figure states its data and its interval. */
@NullMarked
package dev.earshot.evaluation;

import org.jspecify.annotations.NullMarked;
