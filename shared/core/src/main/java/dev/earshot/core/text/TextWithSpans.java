package dev.earshot.core.text;

import java.util.List;

/**
 * A text, the spans of it to read one by one, such as its clauses, and the targets towards which
 * its sentiment is wanted.
 *
 * @param stretches in any order; they may overlap, and there may be none
 * @param targets the mentions of each target, at least one; no targets for a model that does not
 *     read them ({@link TextModel#readsTargets})
 */
public record TextWithSpans(String text, List<TextSpan> stretches, List<List<TextSpan>> targets) {
    public TextWithSpans {
        stretches = List.copyOf(stretches);
        targets = targets.stream().map(List::copyOf).toList();
        for (TextSpan stretch : stretches) {
            checkEnd("a stretch", stretch, text);
        }
        for (List<TextSpan> mentions : targets) {
            if (mentions.isEmpty()) {
                throw new IllegalArgumentException("mentions of a target must be at least one");
            }
            for (TextSpan mention : mentions) {
                checkEnd("a mention", mention, text);
            }
        }
    }

    /** A text to read as a whole and in spans. */
    public TextWithSpans(String text, List<TextSpan> stretches) {
        this(text, stretches, List.of());
    }

    /** A text to read only as a whole. */
    public TextWithSpans(String text) {
        this(text, List.of());
    }

    private static void checkEnd(String what, TextSpan span, String text) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException(
                    what
                            + " must end within the text's "
                            + text.length()
                            + " units, got "
                            + span.end());
        }
    }
}
