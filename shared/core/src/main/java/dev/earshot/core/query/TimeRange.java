package dev.earshot.core.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A stretch of time, UTC.
 *
 * @param from inclusive
 * @param to exclusive, later than {@code from} by at most {@link #LONGEST}
 */
public record TimeRange(Instant from, Instant to) {
    /** The longest stretch that one question may span. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** How far back a question looks that does not say. */
    public static final Duration USUAL = Duration.ofDays(7);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    public TimeRange {
        within("from", from);
        within("to", to);
        if (!from.isBefore(to)) {
            throw new QueryException(
                    "from", "from must be earlier than to, got from " + from + " and to " + to);
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new QueryException(
                    "from",
                    "from and to may lie at most " + LONGEST.toDays() + " days apart, got " + from
                            + " to " + to);
        }
    }

    /**
     * The range that a question means. Without {@code to} it ends with the current minute; without
     * {@code from} it begins {@code usual} before its end.
     */
    public static TimeRange of(
            Optional<Instant> from, Optional<Instant> to, Duration usual, Instant now) {
        Instant end = to.orElseGet(() -> ceiling(now.plusNanos(1), Duration.ofMinutes(1)));
        // Checked first, so that no arithmetic below can overflow.
        within("to", end);
        return new TimeRange(from.orElseGet(() -> end.minus(usual)), end);
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

    private static void within(String field, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new QueryException(
                    field,
                    field + " must lie between 1990 and 2100, got "
                            + time.truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
