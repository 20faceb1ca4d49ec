package dev.earshot.wire.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as people and programs write it: ISO 8601 (with {@code T} or a blank, slashes or dashes,
 * week dates, 24:00, leap seconds), RFC 2822, {@code Nov 5, 2024, 2:00 PM}, {@code 5 de noviembre
 * de 2024}, {@code 05.11.2024 14:03 Uhr}, with an offset or a named zone. Names of months are known
 * in English, German, Spanish, French, Italian, Portuguese and Dutch. A time without a zone is UTC;
 * a date without a time of day is its first moment. A day that does not exist is no time.
 *
 * @param date as written
 * @param clock the time of day; empty if only the date is given
 * @param zone empty if none is given
 * @param afterMidnight whether the clock read 24:00 or 23:59:60, which belongs to the next day
 */
public record WrittenTime(
        LocalDate date, Optional<LocalTime> clock, Optional<ZoneId> zone, boolean afterMidnight) {
    private static final int MAX_LENGTH = 64;

    /** A clock: {@code 14:00}, {@code 14:00:00.123}, {@code 2:00 p. m.}, {@code 2 PM}, 14h05. */
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?<![0-9:])([0-9]{1,2})(?:[:h]([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
                            + "(?:\\s*(?<half>[ap]\\.?\\s?m\\b\\.?))?"
                            + "|\\s*(?<halfonly>[ap]\\.?\\s?m\\b\\.?))(?![0-9:])",
                    Pattern.CASE_INSENSITIVE);

    /** What an ISO time without colons looks like. */
    private static final Pattern BASIC =
            Pattern.compile(
                    "([0-9]{4})([0-9]{2})([0-9]{2})"
                            + "(?:[T ]([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:\\.[0-9]+)?)?(.*))?");

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");

    /** What RFC 2822 and JavaScript write behind a zone: its name. */
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]{1,60}\\)$");

    private static final Pattern CHARACTERS =
            Pattern.compile("^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日");

    private static final Pattern WEEK = Pattern.compile("([0-9]{4})-?W([0-9]{2})-?([1-7])");
    private static final Pattern NUMERIC =
            Pattern.compile("([0-9]{1,2})([-/.])\\s?([0-9]{1,2})\\2\\s?([0-9]{4}|[0-9]{2})");
    private static final Pattern DAY_NAMED =
            Pattern.compile(
                    "([0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[ -]?(\\p{L}+)\\.?[ -]([0-9]{4})");
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(\\p{L}+)\\.?[ -]([0-9]{1,2})(?:st|nd|rd|th)?[ -]([0-9]{4})");
    private static final Pattern YEAR_NAMED =
            Pattern.compile("([0-9]{4})[ -](\\p{L}+)\\.?[ -]([0-9]{1,2})");

    public WrittenTime {
        if (afterMidnight && clock.isEmpty()) {
            throw new IllegalArgumentException("only a clock can be past midnight, got " + date);
        }
    }

    /**
     * What is written; empty if it is no time. A date whose first two numbers could each be the
     * month needs an order, unless dots stand between them: with dots the day is first everywhere.
     */
    public static Optional<WrittenTime> of(String written, Optional<DateOrder> order) {
        String text = plain(written);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Matcher basic = BASIC.matcher(text);
            return basic.matches() ? basic(basic) : parts(text, order);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The first two numbers of a date that ends with its year, such as {@code 3} and {@code 4} of
     * {@code 3/4/2026 10:00}; empty if it is written in another way or with dots.
     */
    public static Optional<int[]> unordered(String written) {
        Matcher numeric = NUMERIC.matcher(dateOnly(plain(written)));
        return numeric.matches() && !numeric.group(2).equals(".")
                ? Optional.of(new int[] {number(numeric, 1), number(numeric, 3)})
                : Optional.empty();
    }

    /** The moment itself. */
    public Instant instant() {
        LocalDate day = afterMidnight ? date.plusDays(1) : date;
        return day.atTime(clock.orElse(LocalTime.MIDNIGHT))
                .atZone(zone.orElse(ZoneOffset.UTC))
                .toInstant();
    }

    /** The same day at the time of day that another text holds. */
    public Optional<WrittenTime> at(String timeOfDay) {
        if (clock.isPresent()) {
            return Optional.of(this);
        }
        return of("2000-01-01 " + timeOfDay, Optional.empty())
                .filter(other -> other.clock.isPresent())
                .map(other -> new WrittenTime(date, other.clock, other.zone, other.afterMidnight));
    }

    private static String plain(String written) {
        String text = written.replaceAll("[\\s\\p{Z}]+", " ").replace("\u200E", "").strip();
        return COMMENT.matcher(CHARACTERS.matcher(text).replaceFirst("$1-$2-$3 "))
                .replaceFirst("")
                .strip();
    }

    private static String dateOnly(String text) {
        Matcher clock = CLOCK.matcher(text);
        String date = clock.find() ? text.substring(0, clock.start()) : text;
        return date.replaceAll("[\\s,T]+$", "");
    }

    private static Optional<WrittenTime> basic(Matcher basic) {
        LocalDate date = LocalDate.of(number(basic, 1), number(basic, 2), number(basic, 3));
        if (basic.group(4) == null) {
            return Optional.of(new WrittenTime(date, Optional.empty(), Optional.empty(), false));
        }
        String zone = basic.group(7) == null ? "" : basic.group(7).strip();
        Optional<ZoneId> known = WrittenZone.at(zone).map(WrittenZone::zone);
        if (!zone.isEmpty() && known.isEmpty()) {
            return Optional.empty();
        }
        int second = basic.group(6) == null ? 0 : number(basic, 6);
        return clock(date, number(basic, 4), number(basic, 5), second, 0, known);
    }

    private static Optional<WrittenTime> parts(String text, Optional<DateOrder> order) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return day(text, order)
                    .map(date -> new WrittenTime(date, Optional.empty(), Optional.empty(), false));
        }
        String before = text.substring(0, clock.start());
        String after = text.substring(clock.end());
        Optional<WrittenZone> zone = WrittenZone.at(after);
        String rest = after.substring(zone.map(WrittenZone::length).orElse(0));
        Optional<LocalDate> date =
                day((before.replaceAll("[T@]\\s*$", "") + " " + rest).strip(), order);
        int hour = hour(clock);
        if (date.isEmpty() || hour < 0) {
            return Optional.empty();
        }
        int minute = clock.group(2) == null ? 0 : number(clock, 2);
        int second = clock.group(3) == null ? 0 : number(clock, 3);
        int nanos =
                clock.group(4) == null
                        ? 0
                        : Integer.parseInt((clock.group(4) + "000000000").substring(0, 9));
        return clock(date.get(), hour, minute, second, nanos, zone.map(WrittenZone::zone));
    }

    /** The hour of 24; -1 if the half of the day and the hour contradict each other. */
    private static int hour(Matcher clock) {
        String half = clock.group("half") != null ? clock.group("half") : clock.group("halfonly");
        int hour = number(clock, 1);
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        // Spreadsheets write 14:00 PM.
        if (hour > 12) {
            return afternoon ? hour : -1;
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static Optional<WrittenTime> clock(
            LocalDate date, int hour, int minute, int second, int nanos, Optional<ZoneId> zone) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        boolean leap = hour == 23 && minute == 59 && second == 60;
        LocalTime time =
                midnight || leap ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute, second, nanos);
        return Optional.of(new WrittenTime(date, Optional.of(time), zone, midnight || leap));
    }

    private static Optional<LocalDate> day(String written, Optional<DateOrder> order) {
        String text = written.replace(',', ' ').replaceAll(" +", " ").strip();
        Matcher form = YEAR_FIRST.matcher(text);
        if (form.matches()) {
            return Optional.of(LocalDate.of(number(form, 1), number(form, 3), number(form, 4)));
        }
        form = WEEK.matcher(text);
        if (form.matches()) {
            return Optional.of(week(number(form, 1), number(form, 2), number(form, 3)));
        }
        form = NUMERIC.matcher(unfilled(text));
        if (form.matches()) {
            return numeric(form, order);
        }
        return named(unfilled(text));
    }

    private static LocalDate week(int year, int week, int day) {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.temporal.ChronoField.DAY_OF_WEEK, day);
    }

    private static Optional<LocalDate> numeric(Matcher form, Optional<DateOrder> order) {
        int first = number(form, 1);
        int second = number(form, 3);
        int year = number(form, 4);
        if (form.group(4).length() == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        Optional<DateOrder> stated =
                form.group(2).equals(".") ? Optional.of(DateOrder.DAY_FIRST) : order;
        if (stated.isEmpty() && first != second && first <= 12 && second <= 12) {
            return Optional.empty();
        }
        return Optional.of(
                switch (stated.orElse(first > 12 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST)) {
                    case DAY_FIRST -> LocalDate.of(year, second, first);
                    case MONTH_FIRST -> LocalDate.of(year, first, second);
                });
    }

    private static Optional<LocalDate> named(String text) {
        Matcher form = DAY_NAMED.matcher(text);
        if (form.matches()) {
            return dated(number(form, 3), form.group(2), number(form, 1));
        }
        form = MONTH_NAMED.matcher(text);
        if (form.matches()) {
            return dated(number(form, 3), form.group(1), number(form, 2));
        }
        form = YEAR_NAMED.matcher(text);
        return form.matches()
                ? dated(number(form, 1), form.group(2), number(form, 3))
                : Optional.empty();
    }

    private static Optional<LocalDate> dated(int year, String month, int day) {
        return MonthNames.month(month).map(number -> LocalDate.of(year, number, day));
    }

    /** Without the names of weekdays and the words that join the parts of a date. */
    private static String unfilled(String text) {
        List<String> kept = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (!MonthNames.isFiller(word)) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
