package dev.earshot.core.text;

/**
 * A span of a text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 */
public record TextSpan(int start, int end) {
    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a span must have 0 <= start <= end, got " + start + " and " + end);
        }
    }

    /** The text of the span. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
