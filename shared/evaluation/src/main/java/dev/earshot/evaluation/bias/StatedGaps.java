package dev.earshot.evaluation.bias;

/**
 * The largest gaps that a model's card states, each between two groups in otherwise identical
 * sentences.
 *
 * @param meanSentiment gap in the mean of positive minus negative probability, in [0, 2]
 * @param falsePositives gap in the share of neutral sentences that are flagged, in [0, 1]
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
