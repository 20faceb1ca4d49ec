/** {@code eval WHAT}: measures the models on labelled data. */
@NullMarked
package dev.earshot.local.eval;

import org.jspecify.annotations.NullMarked;
