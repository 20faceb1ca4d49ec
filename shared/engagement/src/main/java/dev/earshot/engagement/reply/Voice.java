package dev.earshot.engagement.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a brand speaks. */
public enum Voice {
    WARM,
    FORMAL,
    BRIEF;

    /** The name used in keys and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The voice of that key. */
    public static Optional<Voice> of(String key) {
        return Arrays.stream(values()).filter(voice -> voice.key().equals(key)).findFirst();
    }
}
