/** Trends of brands: series are brought up to date, and what they found is handed on. */
@NullMarked
package dev.earshot.usecase.trend;

import org.jspecify.annotations.NullMarked;
