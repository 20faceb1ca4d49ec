package dev.earshot.wire.api.brand;

import java.util.List;

/**
 * Shares of sentiments, corrected for what the model confuses; they sum to 1.
 *
 * @param posts how many posts they are shares of
 */
public record CorrectedSentimentView(
        long posts, CorrectedShare negative, CorrectedShare neutral, CorrectedShare positive) {
    /**
     * One of them.
     *
     * @param share 0 to 1
     * @param interval the lower and upper end of its 95 % interval
     */
    public record CorrectedShare(double share, List<Double> interval) {}
}
