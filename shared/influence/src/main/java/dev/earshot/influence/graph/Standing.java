package dev.earshot.influence.graph;

import dev.earshot.core.Checks;

/**
 * An author's place in a topic's graph.
 *
 * @param rank the author's share of the topic's random walk, 0 to 1
 * @param percentile share of the ranked authors below this one, 0 to 1
 * @param endorsers number of distinct accounts whose responses count for the author
 * @param ranked number of authors who get any response
 */
public record Standing(double rank, double percentile, int endorsers, int ranked) {
    public Standing {
        Checks.inRange("rank", rank, 0, 1);
        Checks.inRange("percentile", percentile, 0, 1);
        Checks.notNegative("endorsers", endorsers);
        Checks.notNegative("ranked", ranked);
    }
}
