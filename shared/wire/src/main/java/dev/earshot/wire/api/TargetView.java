package dev.earshot.wire.api;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TargetSentiment;

/**
 * The sentiment of a post towards one thing that it mentions.
 *
 * @param label the verdict on it, which may be {@code mixed} or {@code abstain}
 * @param target id of the brand, or the aspect
 * @param start offset of the mention's first UTF-16 unit in the text
 * @param end offset after its last
 */
record TargetView(
        String target,
        int start,
        int end,
        String label,
        double negative,
        double neutral,
        double positive) {
    static TargetView of(TargetSentiment target) {
        Sentiment sentiment = target.sentiment();
        return new TargetView(
                target.name(),
                target.start(),
                target.end(),
                target.label().key(),
                sentiment.negative(),
                sentiment.neutral(),
                sentiment.positive());
    }
}
