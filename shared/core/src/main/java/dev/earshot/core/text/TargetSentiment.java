package dev.earshot.core.text;

import dev.earshot.core.Checks;

/**
 * A text's sentiment towards one thing that it names.
 *
 * @param name the brand's id, or the aspect
 * @param start offset of the mention's first UTF-16 unit in the text
 * @param end offset after its last
 */
public record TargetSentiment(String name, int start, int end, Sentiment sentiment) {
    public TargetSentiment {
        Checks.name("target", name, 200);
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a target must have 0 <= start < end, got " + start + " and " + end);
        }
    }

    /** The most probable sentiment towards it. */
    public SentimentLabel label() {
        return sentiment.label();
    }
}
