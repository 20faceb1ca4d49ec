/** Tests of finding evaluation data. */
@NullMarked
package dev.earshot.evaluation;

import org.jspecify.annotations.NullMarked;
