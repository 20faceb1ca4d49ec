@NullMarked
package dev.earshot.evaluation.report;

import org.jspecify.annotations.NullMarked;
