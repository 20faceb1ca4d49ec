package dev.earshot.query;

import dev.earshot.core.Checks;
import dev.earshot.core.statistics.Interval;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of a whole.
 *
 * @param count the part, 0 to {@code total}
 * @param total the whole
 */
public record Share(long count, long total) {
    public Share {
        Checks.notNegative("count", count);
        if (total < count) {
            throw new IllegalArgumentException(
                    "total must be at least count " + count + ", got " + total);
        }
    }

    /** The part divided by the whole; empty if the whole is 0. */
    public OptionalDouble value() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / total);
    }

    /** Its 95 % interval. */
    public Optional<Interval> interval() {
        return total == 0 ? Optional.empty() : Optional.of(Interval.wilson(count, total));
    }
}
