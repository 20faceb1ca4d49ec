/**
 * The influencer score: six components with intervals and reasons, computed from what the pipeline
 * stores, and their weighted geometric mean. Pure: no clock, no store, no randomness without a
 * seed.
 */
@NullMarked
package dev.earshot.influence;

import org.jspecify.annotations.NullMarked;
