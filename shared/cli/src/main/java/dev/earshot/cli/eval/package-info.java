/** Commands that measure the models and the score. */
@NullMarked
package dev.earshot.cli.eval;

import org.jspecify.annotations.NullMarked;
