/**
 * Whether a brand was talked about more among an author's audience because the author spoke of it.
 */
@NullMarked
package dev.earshot.influence.impact;

import org.jspecify.annotations.NullMarked;
