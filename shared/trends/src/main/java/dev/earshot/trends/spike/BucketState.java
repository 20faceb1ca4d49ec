package dev.earshot.trends.spike;

import java.util.Locale;

/** What a series is in during one bucket. */
public enum BucketState {
    /** Nothing is rising. */
    NONE,
    /** An episode is open. */
    OPEN,
    /** An episode is open and has grown since it began. */
    GREW,
    /** An episode ended with this bucket. */
    RESOLVED;

    /** The name used in JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
