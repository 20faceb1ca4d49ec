package dev.earshot.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of time, UTC.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {
    /** Default range of a time query. */
    public static final Duration USUAL = Duration.ofDays(7);

    /** Default range of a summary: the last month is what it is asked for, and quick to add up. */
    public static final Duration SUMMARY = Duration.ofDays(30);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * The range of all possible posts. A store visits only the days that have posts, so a long
     * range costs no more than what it holds.
     */
    public static final Duration EVERYTHING = Duration.between(EARLIEST, LATEST);

    public TimeRange {
        within("from", from);
        within("to", to);
        if (!from.isBefore(to)) {
            throw new QueryException(
                    "from", "from must be earlier than to, got from " + from + " and to " + to);
        }
    }

    /**
     * The range that a query means. Without {@code to} it ends with the current minute; without
     * {@code from} it begins {@code usual} before its end, in 1990 at the earliest.
     */
    public static TimeRange of(
            Optional<Instant> from, Optional<Instant> to, Duration usual, Instant now) {
        Instant end = to.orElseGet(() -> ceiling(now.plusNanos(1), Duration.ofMinutes(1)));
        // Checked first, so that no arithmetic below can overflow.
        within("to", end);
        return new TimeRange(from.orElseGet(() -> latest(end.minus(usual), EARLIEST)), end);
    }

    /** The smallest range of whole units, counted from 1970 in UTC, that covers this one. */
    TimeRange covering(Duration unit) {
        return new TimeRange(floor(from, unit), ceiling(to, unit));
    }

    static Instant floor(Instant time, Duration unit) {
        long seconds = unit.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    private static Instant ceiling(Instant time, Duration unit) {
        Instant floor = floor(time, unit);
        return floor.equals(time) ? time : floor.plus(unit);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void within(String field, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new QueryException(
                    field,
                    field
                            + " must lie between 1990 and 2100, got "
                            + time.truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
