package dev.earshot.core.count;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A change to one brand's counts in one minute.
 *
 * @param minute start of the minute in which the posts were published, UTC
 */
public record CountDelta(String brandId, Instant minute, WindowCounts counts) {
    public CountDelta {
        if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("minute must be a whole minute, got " + minute);
        }
    }

    /** The change that undoes this one. */
    public CountDelta negated() {
        return new CountDelta(brandId, minute, counts.negated());
    }
}
