package dev.earshot.engagement.hours;

import dev.earshot.core.FieldException;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A stretch of one day in which somebody is there, by the clock on the wall.
 *
 * @param from inclusive
 * @param to exclusive; midnight means the end of the day
 */
public record Shift(LocalTime from, LocalTime to) {
    /** All of a day. */
    public static final Shift WHOLE_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Shift {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new FieldException(
                    "shift",
                    "must end after it begins, got "
                            + from
                            + "-"
                            + to
                            + "; a shift over midnight is two, to 24:00 and from 00:00 of the next"
                            + " day");
        }
    }

    /**
     * Reads {@code HH:mm-HH:mm}; the end may be {@code 24:00}.
     *
     * @throws FieldException where the text is no such stretch
     */
    public static Shift parse(String text) {
        String[] ends = text.strip().split("-", -1);
        if (ends.length == 2) {
            try {
                String to = ends[1].strip();
                return new Shift(
                        LocalTime.parse(ends[0].strip()),
                        to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
            } catch (DateTimeParseException e) {
                throw new FieldException(
                        "shift", "must be HH:mm-HH:mm such as 09:00-17:00, got '" + text + "'");
            }
        }
        throw new FieldException(
                "shift", "must be HH:mm-HH:mm such as 09:00-17:00, got '" + text + "'");
    }

    /** The same shifts in order; refuses two that overlap. */
    static List<Shift> day(String field, List<Shift> shifts) {
        List<Shift> sorted =
                shifts.stream().sorted(java.util.Comparator.comparing(Shift::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            Shift before = sorted.get(i - 1);
            if (before.to.equals(LocalTime.MIDNIGHT) || sorted.get(i).from.isBefore(before.to)) {
                throw new FieldException(
                        field, "must not overlap, got " + before + " and " + sorted.get(i));
            }
        }
        return sorted;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to);
    }
}
