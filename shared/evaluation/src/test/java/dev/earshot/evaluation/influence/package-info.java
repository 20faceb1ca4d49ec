@NullMarked
package dev.earshot.evaluation.influence;

import org.jspecify.annotations.NullMarked;
