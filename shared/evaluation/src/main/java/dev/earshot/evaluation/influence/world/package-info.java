/** Planted worlds: accounts and posts made up from known causes, as raw events. */
@NullMarked
package dev.earshot.evaluation.influence.world;

import org.jspecify.annotations.NullMarked;
