package dev.earshot.djl.text;

import dev.earshot.core.text.TextWithSpans;

import java.util.Optional;

/**
 * A text to read, with its language.
 *
 * @param textWithSpans the text with the spans to read in the same pass; no spans for a model that
 *     can't
 * @param language tag of the language whose temperatures and abstention bounds apply; empty for the
 *     model's general ones
 */
public record LanguageText(TextWithSpans textWithSpans, Optional<String> language) {
    /** A text to read only as a whole. */
    public LanguageText(String text, Optional<String> language) {
        this(new TextWithSpans(text), language);
    }

    /** The text without its spans. */
    public String text() {
        return textWithSpans.text();
    }
}
