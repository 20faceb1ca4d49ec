/** Properties of the rule that keeps counts exact. */
@NullMarked
package dev.earshot.core.count;

import org.jspecify.annotations.NullMarked;
