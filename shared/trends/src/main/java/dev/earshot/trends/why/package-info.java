/** Why an episode came about: what its excess of posts is made of, and whether it came in step. */
@NullMarked
package dev.earshot.trends.why;

import org.jspecify.annotations.NullMarked;
