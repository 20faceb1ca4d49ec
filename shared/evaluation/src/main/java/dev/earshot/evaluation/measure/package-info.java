/** Measures that evaluations print, as pure functions. */
@NullMarked
package dev.earshot.evaluation.measure;

import org.jspecify.annotations.NullMarked;
