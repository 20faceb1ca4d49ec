@NullMarked
package dev.earshot.evaluation.measure;

import org.jspecify.annotations.NullMarked;
