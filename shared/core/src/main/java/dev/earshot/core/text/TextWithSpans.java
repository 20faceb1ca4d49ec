package dev.earshot.core.text;

import java.util.List;

/**
 * A text, and the spans of it to read one by one, such as its clauses.
 *
 * @param stretches in any order; they may overlap, and there may be none
 */
public record TextWithSpans(String text, List<TextSpan> stretches) {
    public TextWithSpans {
        stretches = List.copyOf(stretches);
        for (TextSpan stretch : stretches) {
            if (stretch.end() > text.length()) {
                throw new IllegalArgumentException(
                        "a stretch must end within the text's "
                                + text.length()
                                + " units, got "
                                + stretch.end());
            }
        }
    }

    /** A text to read only as a whole. */
    public TextWithSpans(String text) {
        this(text, List.of());
    }
}
