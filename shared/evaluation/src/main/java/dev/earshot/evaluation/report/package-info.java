/** Figures, their tables, and the sections of Markdown files that publish them. */
@NullMarked
package dev.earshot.evaluation.report;

import org.jspecify.annotations.NullMarked;
