/** Spikes: one detector a series, fed bucket after bucket, whose whole memory is one small item. */
@NullMarked
package dev.earshot.trends.spike;

import org.jspecify.annotations.NullMarked;
