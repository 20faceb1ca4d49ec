/** What the detector of spikes is worth: on labelled series, and on planted ones. */
@NullMarked
package dev.earshot.evaluation.trends;

import org.jspecify.annotations.NullMarked;
