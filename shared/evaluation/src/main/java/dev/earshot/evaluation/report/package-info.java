/** Where figures are published, and what they were taken on. */
@NullMarked
package dev.earshot.evaluation.report;

import org.jspecify.annotations.NullMarked;
