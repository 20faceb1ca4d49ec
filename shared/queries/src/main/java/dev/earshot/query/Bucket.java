package dev.earshot.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The step of a timeline; days are UTC days, so each has 24 hours. */
public enum Bucket {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(1)),
    HOUR(Duration.ofHours(1), TimeRange.USUAL),
    DAY(Duration.ofDays(1), TimeRange.USUAL);

    private final Duration length;
    private final Duration usualRange;

    Bucket(Duration length, Duration usualRange) {
        this.length = length;
        this.usualRange = usualRange;
    }

    public Duration length() {
        return length;
    }

    /** Default range of a timeline with this step. */
    public Duration usualRange() {
        return usualRange;
    }

    /** The name used in queries and JSON: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bucket of that key. */
    public static Optional<Bucket> of(String key) {
        return Arrays.stream(values()).filter(b -> b.key().equals(key)).findFirst();
    }
}
