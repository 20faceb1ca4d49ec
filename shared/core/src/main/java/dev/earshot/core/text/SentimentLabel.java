package dev.earshot.core.text;

import java.util.Locale;

/** The verdict on a post's feeling. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** Both poles are really there, in different parts of the text. */
    MIXED,
    /**
     * No verdict: no text, a language that no model was trained on, or a model that is not sure.
     */
    ABSTAIN;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
