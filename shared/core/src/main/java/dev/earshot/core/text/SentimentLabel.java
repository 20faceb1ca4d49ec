package dev.earshot.core.text;

import java.util.Locale;

/** The verdict on a post's sentiment. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** Both positive and negative, in different parts of the text. */
    MIXED,
    /**
     * No verdict: no text, a language that no model was trained on, or a model that is not sure
     * enough.
     */
    ABSTAIN;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
