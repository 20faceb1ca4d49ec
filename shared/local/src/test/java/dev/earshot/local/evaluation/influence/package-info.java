@NullMarked
package dev.earshot.local.evaluation.influence;

import org.jspecify.annotations.NullMarked;
