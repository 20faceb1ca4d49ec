package dev.earshot.djl.text;

import dev.earshot.core.text.TextWithSpans;

import java.util.Optional;

/**
 * A text as a model's weights are asked about it.
 *
 * @param parted with the stretches that are to be read in the same pass; none of a model that
 *     cannot
 * @param language tag of the language whose temperatures and bands of abstention apply; empty for
 *     those of the model as a whole
 */
public record LanguageText(TextWithSpans parted, Optional<String> language) {
    /** A text of which only the whole is asked. */
    public LanguageText(String text, Optional<String> language) {
        this(new TextWithSpans(text), language);
    }

    /** The text itself. */
    public String text() {
        return parted.text();
    }
}
