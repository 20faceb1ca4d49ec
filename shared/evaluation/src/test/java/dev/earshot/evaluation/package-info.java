/** Tests of how evaluations find their data. */
@NullMarked
package dev.earshot.evaluation;

import org.jspecify.annotations.NullMarked;
