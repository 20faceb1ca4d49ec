/** Whether a model scores people differently for who they are. */
@NullMarked
package dev.earshot.evaluation.bias;

import org.jspecify.annotations.NullMarked;
