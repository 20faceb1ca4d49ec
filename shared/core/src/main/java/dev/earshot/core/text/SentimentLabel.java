package dev.earshot.core.text;

import java.util.Locale;

/** The verdict on a post's feeling. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** No verdict: no text, or a language that the model was not trained on. */
    ABSTAIN;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
