/** Statistics that shares and evaluations are stated with. */
@NullMarked
package dev.earshot.core.statistics;

import org.jspecify.annotations.NullMarked;
