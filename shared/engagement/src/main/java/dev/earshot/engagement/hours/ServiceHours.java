package dev.earshot.engagement.hours;

import dev.earshot.core.FieldException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hours in which a team answers: by the week, in one time zone, with dates that differ.
 *
 * <p>Shifts follow the clock on the wall. On the night that clocks go forward a shift loses the
 * hour that does not exist, on the night that they go back it gains the one that exists twice.
 *
 * @param week the shifts of each day; a day that is absent has none
 * @param dates the shifts of single dates in place of those of the week; empty for a holiday
 */
public record ServiceHours(
        ZoneId zone, Map<DayOfWeek, List<Shift>> week, Map<LocalDate, List<Shift>> dates) {
    /** At most this many dates that differ: a few years of holidays. */
    public static final int MAX_DATES = 400;

    /** Around the clock. */
    public static final ServiceHours ALWAYS = new ServiceHours(ZoneOffset.UTC, wholeWeek());

    public ServiceHours {
        var days = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.forEach((day, shifts) -> days.put(day, Shift.day("week." + name(day), shifts)));
        week = Collections.unmodifiableMap(days);
        if (dates.size() > MAX_DATES) {
            throw new FieldException(
                    "dates", "must hold at most " + MAX_DATES + " dates, got " + dates.size());
        }
        var other = new TreeMap<LocalDate, List<Shift>>();
        dates.forEach((date, shifts) -> other.put(date, Shift.day("dates." + date, shifts)));
        dates = Collections.unmodifiableMap(other);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new FieldException(
                    "week", "must hold at least one shift, or nothing would ever be due");
        }
    }

    /** Hours without dates that differ. */
    public ServiceHours(ZoneId zone, Map<DayOfWeek, List<Shift>> week) {
        this(zone, week, Map.of());
    }

    /**
     * A zone by its IANA name, such as {@code Europe/Berlin}.
     *
     * @throws FieldException where there is no such zone
     */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new FieldException(
                    "zone", "must be an IANA time zone such as Europe/Berlin, got '" + name + "'");
        }
    }

    /** A day's name in keys and JSON: lower case. */
    public static String name(DayOfWeek day) {
        return day.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The stretches of a date in which the team is there, in order, as instants. */
    List<Span> of(LocalDate date) {
        List<Shift> shifts =
                dates.containsKey(date)
                        ? dates.getOrDefault(date, List.of())
                        : week.getOrDefault(date.getDayOfWeek(), List.of());
        return shifts.stream()
                .map(
                        shift ->
                                new Span(
                                        instant(date.atTime(shift.from()), true),
                                        shift.to().equals(LocalTime.MIDNIGHT)
                                                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                                                : instant(date.atTime(shift.to()), false)))
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    /** A time that exists twice is its first occurrence at a start and its last at an end. */
    private Instant instant(LocalDateTime time, boolean start) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return time.toInstant(start ? change.getOffsetBefore() : change.getOffsetAfter());
    }

    private static Map<DayOfWeek, List<Shift>> wholeWeek() {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Shift.WHOLE_DAY));
        }
        return week;
    }
}
