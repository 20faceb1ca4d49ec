package dev.earshot.core.text;

import java.util.Locale;

/** The emotions of SemEval-2018 task 1 as used in TweetEval (Barbieri et al., 2020). */
public enum Emotion {
    ANGER,
    JOY,
    OPTIMISM,
    SADNESS;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
