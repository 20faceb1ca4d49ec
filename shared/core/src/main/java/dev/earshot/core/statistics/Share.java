package dev.earshot.core.statistics;

import dev.earshot.core.Checks;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of a whole.
 *
 * @param count the part, 0 to {@code total}
 * @param total the whole
 * @param clustering by how much its interval is wider than that of independent observations, as a
 *     factor of the variance; at least 1
 */
public record Share(long count, long total, double clustering) {
    /** A part of independent observations. */
    public Share(long count, long total) {
        this(count, total, 1);
    }

    public Share {
        if (!(clustering >= 1)) {
            throw new IllegalArgumentException("clustering must be 1 or more, got " + clustering);
        }
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
        return total == 0
                ? Optional.empty()
                : Optional.of(Interval.wilson(count, total, total / clustering));
    }
}
