/** Segments: groups of people, and what moves them. */
@NullMarked
package dev.earshot.queryapi.segment;

import org.jspecify.annotations.NullMarked;
