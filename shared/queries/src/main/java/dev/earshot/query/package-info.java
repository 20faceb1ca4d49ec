/** What is asked of the results: summaries, timelines and pages, with their statistics. */
@NullMarked
package dev.earshot.query;

import org.jspecify.annotations.NullMarked;
