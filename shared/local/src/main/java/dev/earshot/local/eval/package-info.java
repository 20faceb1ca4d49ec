/** Measures the models on annotated data that is not part of the project, and prints the figures. */
@NullMarked
package dev.earshot.local.eval;

import org.jspecify.annotations.NullMarked;
