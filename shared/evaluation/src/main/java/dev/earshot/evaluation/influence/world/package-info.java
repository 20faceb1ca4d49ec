/** Planted worlds: raw accounts and posts, generated from known causes. */
@NullMarked
package dev.earshot.evaluation.influence.world;

import org.jspecify.annotations.NullMarked;
