/** Small, fixed-size summaries of texts that stand in for the texts themselves. */
@NullMarked
package dev.earshot.core.sketch;

import org.jspecify.annotations.NullMarked;
