@NullMarked
package dev.earshot.evaluation.influence.world;

import org.jspecify.annotations.NullMarked;
