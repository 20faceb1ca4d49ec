/** Evaluations that anybody can run: what was measured, on what, with which interval. */
@NullMarked
package dev.earshot.evaluation;

import org.jspecify.annotations.NullMarked;
