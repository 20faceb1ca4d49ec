package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * A text's sentiment towards one thing that it names.
 *
 * @param name the brand's id, or the aspect
 * @param start offset of the mention's first UTF-16 unit in the text
 * @param end offset after its last
 * @param sureFrom least probability of the strongest class for a verdict, in [0, 1]; 0 where there
 *     is always one
 * @param mixed whether the text both praises and blames it
 */
public record TargetSentiment(
        String name, int start, int end, Sentiment sentiment, double sureFrom, boolean mixed) {
    public TargetSentiment {
        Checks.name("target", name, 200);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a target must have 0 <= start < end, got " + start + " and " + end);
        }
        Checks.inRange("sureFrom", sureFrom, 0, 1);
    }

    /** A sentiment that is always sure and not mixed. */
    public TargetSentiment(String name, int start, int end, Sentiment sentiment) {
        this(name, start, end, sentiment, 0, false);
    }

    /**
     * The verdict: mixed, else the most probable sentiment towards it where that is sure, else an
     * abstention.
     */
    public SentimentLabel label() {
        if (mixed) {
            return SentimentLabel.MIXED;
        }
        return sentiment.top() >= sureFrom ? sentiment.label() : SentimentLabel.ABSTAIN;
    }
}
