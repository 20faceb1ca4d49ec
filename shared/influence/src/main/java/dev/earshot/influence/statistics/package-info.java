/** Distributions and robust statistics that the score needs. */
@NullMarked
package dev.earshot.influence.statistics;

import org.jspecify.annotations.NullMarked;
