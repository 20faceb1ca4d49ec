/** An author's days, as the score reads them. */
@NullMarked
package dev.earshot.influence.history;

import org.jspecify.annotations.NullMarked;
