/** Evaluation of the influencer score: planted worlds, human judgement, attacks, fairness. */
@NullMarked
package dev.earshot.evaluation.influence;

import org.jspecify.annotations.NullMarked;
