package dev.earshot.alerts.rule;

import dev.earshot.core.FieldException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When nobody wants to be told. What happens in quiet hours is told at their end.
 *
 * @param zone an IANA zone, so that the hours follow its clock in summer and winter
 * @param windows at least one; they may overlap
 */
public record QuietHours(ZoneId zone, List<Window> windows) {
    private static final Duration LONGEST = Duration.ofDays(7);

    /**
     * One stretch of a day.
     *
     * @param days on which it begins; empty for every day
     * @param from its first minute
     * @param to its end; not after {@code from} means on the next day, so that equal times are 24
     *     hours
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Window {
            days = Set.copyOf(days);
        }

        private Optional<Instant> endAround(Instant at, LocalDate day, ZoneId zone) {
            if (!days.isEmpty() && !days.contains(day.getDayOfWeek())) {
                return Optional.empty();
            }
            Instant begin = day.atTime(from).atZone(zone).toInstant();
            LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
            Instant end = last.atTime(to).atZone(zone).toInstant();
            return !at.isBefore(begin) && at.isBefore(end) ? Optional.of(end) : Optional.empty();
        }
    }

    public QuietHours {
        windows = List.copyOf(windows);
        if (windows.isEmpty() || windows.size() > 14) {
            throw new FieldException(
                    "quietHours.windows", "must hold 1 to 14 windows, got " + windows.size());
        }
        if (end(zone, windows, Instant.EPOCH)
                .isAfter(Instant.EPOCH.plus(LONGEST).minusSeconds(1))) {
            throw new FieldException(
                    "quietHours.windows", "must leave some time of the week to be told in");
        }
    }

    /**
     * A zone by its IANA name.
     *
     * @throws FieldException of the field {@code quietHours.zone} if there is none
     */
    public static ZoneId zone(String name) {
        // An offset such as +02:00 would be an hour wrong for half the year.
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new FieldException(
                    "quietHours.zone",
                    "must be an IANA zone such as Europe/Berlin, got '"
                            + (name.length() <= 80 ? name : name.substring(0, 80) + "…")
                            + "'");
        }
        return ZoneId.of(name);
    }

    /**
     * A time of day such as {@code 22:00}; {@code 24:00} is the end of the day.
     *
     * @throws FieldException of that field if it is none
     */
    public static LocalTime time(String field, String text) {
        if (text.equals("24:00")) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new FieldException(
                    field,
                    "must be a time such as 22:00, got '"
                            + text.substring(0, Math.min(20, text.length()))
                            + "'");
        }
    }

    /** When the quiet that holds at a time ends; empty if it is not quiet then. */
    public Optional<Instant> endAt(Instant at) {
        Instant end = end(zone, windows, at);
        return end.equals(at) ? Optional.empty() : Optional.of(end);
    }

    /** The end of the quiet around a time, at most about a week later; the time itself if none. */
    private static Instant end(ZoneId zone, List<Window> windows, Instant at) {
        Instant end = at;
        while (end.isBefore(at.plus(LONGEST))) {
            Optional<Instant> next = endOfOne(zone, windows, end);
            if (next.isEmpty()) {
                break;
            }
            end = next.get();
        }
        return end;
    }

    /** The end of the longest window around a time; windows that meet make one quiet. */
    private static Optional<Instant> endOfOne(ZoneId zone, List<Window> windows, Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return windows.stream()
                .flatMap(
                        window ->
                                Stream.of(today.minusDays(1), today)
                                        .flatMap(day -> window.endAround(at, day, zone).stream()))
                .max(Instant::compareTo);
    }
}
