@NullMarked
package dev.earshot.evaluation.behaviour;

import org.jspecify.annotations.NullMarked;
