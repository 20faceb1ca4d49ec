/** Queries over the results: summaries, timelines, pages and searches, with their statistics. */
@NullMarked
package dev.earshot.query;

import org.jspecify.annotations.NullMarked;
