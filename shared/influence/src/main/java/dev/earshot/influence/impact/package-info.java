/** The effect of an author's posts on how much the author's audience talks about a brand. */
@NullMarked
package dev.earshot.influence.impact;

import org.jspecify.annotations.NullMarked;
