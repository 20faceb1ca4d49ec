@NullMarked
package dev.earshot.evaluation.text;

import org.jspecify.annotations.NullMarked;
