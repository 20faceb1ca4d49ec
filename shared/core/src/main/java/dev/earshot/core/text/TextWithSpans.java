package dev.earshot.core.text;

import java.util.List;

/**
 * A text, and the stretches of it of which the sentiment is wanted one by one, such as its clauses.
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

    /** A text of which only the whole is asked. */
    public TextWithSpans(String text) {
        this(text, List.of());
    }
}
