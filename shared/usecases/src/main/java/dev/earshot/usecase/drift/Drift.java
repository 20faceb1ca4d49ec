package dev.earshot.usecase.drift;

import dev.earshot.core.text.SentimentLabel;

/**
 * A label whose share in one language has moved. Whether people feel otherwise now or the model
 * reads them otherwise, the shares alone can't tell.
 *
 * @param language BCP-47 tag as results have it; a dialect is told only where the tag names one
 * @param before its share in the weeks before, in [0, 1]
 * @param now its share in the last four weeks, in [0, 1]
 * @param postsBefore how many posts those weeks had
 * @param postsNow likewise
 * @param evidence the difference in its standard errors, which are estimated from how the weeks
 *     scatter; negative where the share fell
 */
public record Drift(
        String language,
        SentimentLabel label,
        double before,
        double now,
        long postsBefore,
        long postsNow,
        double evidence) {
    /** By how much it has moved, in points of 100. */
    public double points() {
        return 100 * (now - before);
    }
}
