package dev.earshot.core.text;

/**
 * A sentence or clause with its own sentiment.
 *
 * @param start offset of its first UTF-16 unit in the text
 * @param end offset after its last
 */
public record TextPart(int start, int end, Sentiment sentiment) {
    public TextPart {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a part must have 0 <= start < end, got " + start + " and " + end);
        }
    }
}
