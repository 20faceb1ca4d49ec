/**
 * Trends of brands: spikes, topics and their reasons, computed from counts per bucket of time.
 * Pure: no clock, no store, no randomness without a seed.
 */
@NullMarked
package dev.earshot.trends;

import org.jspecify.annotations.NullMarked;
