package dev.earshot.trends.topic;

import java.util.Locale;

/** How far a topic stands out. */
public enum Strength {
    /** It has faded: in the last hour no more people speak of it than usually. */
    NOISE,
    /** At least {@link TopicWatch#LEAST_AUTHORS} people speak of it, beyond chance. */
    WEAK,
    /** At least {@link TrackedTopic#STRONG_AUTHORS} people do, and for more than a moment. */
    STRONG;

    /** The name used in JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
