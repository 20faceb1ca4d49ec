package dev.earshot.wire.api;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextPart;

/**
 * A sentence or clause of a post.
 *
 * @param start offset of its first UTF-16 unit in the text
 * @param end offset after its last
 */
record PartView(
        int start, int end, String label, double negative, double neutral, double positive) {
    static PartView of(TextPart part) {
        Sentiment sentiment = part.sentiment();
        return new PartView(
                part.start(),
                part.end(),
                sentiment.label().key(),
                sentiment.negative(),
                sentiment.neutral(),
                sentiment.positive());
    }
}
