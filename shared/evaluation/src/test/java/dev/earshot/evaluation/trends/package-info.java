@NullMarked
package dev.earshot.evaluation.trends;

import org.jspecify.annotations.NullMarked;
