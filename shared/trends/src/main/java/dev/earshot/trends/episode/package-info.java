/** Episodes: what was rising, from when to when, how much, and why. */
@NullMarked
package dev.earshot.trends.episode;

import org.jspecify.annotations.NullMarked;
