/** Daily aggregates of authors and brands, as the score reads them. */
@NullMarked
package dev.earshot.influence.history;

import org.jspecify.annotations.NullMarked;
