@NullMarked
package dev.earshot.evaluation.bias;

import org.jspecify.annotations.NullMarked;
