/** Bias tests: whether a model scores people differently because of who they are. */
@NullMarked
package dev.earshot.evaluation.bias;

import org.jspecify.annotations.NullMarked;
