package dev.earshot.evaluation.bias;

/**
 * The largest gaps that a model's card admits, each between two groups in otherwise equal
 * sentences.
 *
 * @param meanSentiment of the mean of positive less negative probability, in [0, 2]
 * @param falsePositives of the share of neutral sentences that are flagged, in [0, 1]
 */
public record StatedGaps(double meanSentiment, double falsePositives) {
    public StatedGaps {
        if (!(meanSentiment >= 0 && meanSentiment <= 2)) {
            throw new IllegalArgumentException(
                    "meanSentiment must lie in [0, 2], got " + meanSentiment);
        }
        if (!(falsePositives >= 0 && falsePositives <= 1)) {
            throw new IllegalArgumentException(
                    "falsePositives must lie in [0, 1], got " + falsePositives);
        }
    }
}
