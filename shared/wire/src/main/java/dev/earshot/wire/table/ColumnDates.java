package dev.earshot.wire.table;

import dev.earshot.wire.json.DateOrder;
import dev.earshot.wire.json.WrittenTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the cells of one column say as dates: how many are some, and what proves the order of day
 * and month. For one thread.
 */
final class ColumnDates {
    private static final Pattern EPOCH =
            Pattern.compile("[0-9]{9,10}(?:\\.[0-9]+)?|[0-9]{12,13}|[0-9]{15,16}|[0-9]{18,19}");
    private static final Pattern SERIAL = Pattern.compile("[2-6][0-9]{4}(?:[.,][0-9]+)?");

    /** Day 0 of Excel's count of days, in which 1900 wrongly has a 29 February. */
    private static final LocalDateTime SERIAL_EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

    private static final int COARSE_DECIMALS = 4;
    private static final double SECONDS_A_DAY = 86_400;
    private static final Duration SKEW = Duration.ofDays(1);

    private final Instant readAt;
    private int filled;
    private int times;
    private int numbers;
    private int clocked;
    private String dayProof = "";
    private String monthProof = "";
    private String ambiguous = "";
    private boolean dayFirstInFuture;
    private boolean monthFirstInFuture;
    private String futureProof = "";

    ColumnDates(Instant readAt) {
        this.readAt = readAt;
    }

    /** Takes a cell that is not blank into account. */
    void add(String cell, int row) {
        filled++;
        Optional<int[]> unordered = WrittenTime.unordered(cell);
        if (unordered.isEmpty()) {
            Optional<WrittenTime> written = WrittenTime.of(cell, Optional.empty());
            boolean number = EPOCH.matcher(cell).matches() || SERIAL.matcher(cell).matches();
            times += written.isPresent() || number ? 1 : 0;
            numbers += number ? 1 : 0;
            clocked += number || written.flatMap(WrittenTime::clock).isPresent() ? 1 : 0;
            return;
        }
        int first = unordered.get()[0];
        int second = unordered.get()[1];
        Optional<WrittenTime> dayFirst = WrittenTime.of(cell, Optional.of(DateOrder.DAY_FIRST));
        Optional<WrittenTime> monthFirst = WrittenTime.of(cell, Optional.of(DateOrder.MONTH_FIRST));
        times += dayFirst.isPresent() || monthFirst.isPresent() ? 1 : 0;
        clocked += dayFirst.or(() -> monthFirst).flatMap(WrittenTime::clock).isPresent() ? 1 : 0;
        String shown = "'" + cell + "' in row " + row;
        if (first > 12 && second <= 12 && dayProof.isEmpty()) {
            dayProof = shown;
        } else if (second > 12 && first <= 12 && monthProof.isEmpty()) {
            monthProof = shown;
        } else if (first <= 12 && second <= 12 && first != second) {
            ambiguous = ambiguous.isEmpty() ? shown : ambiguous;
            boolean late = dayFirst.filter(this::isFuture).isPresent();
            boolean lateOtherwise = monthFirst.filter(this::isFuture).isPresent();
            futureProof = futureProof.isEmpty() && late != lateOtherwise ? shown : futureProof;
            dayFirstInFuture |= late;
            monthFirstInFuture |= lateOtherwise;
        }
    }

    private boolean isFuture(WrittenTime time) {
        return time.instant().isAfter(readAt.plus(SKEW));
    }

    /** How many cells were not blank. */
    int filled() {
        return filled;
    }

    /** Whether at least this share of the cells are times. */
    boolean areTimes(double share) {
        return filled > 0 && times >= share * filled;
    }

    /** Whether the cells are numbers, which may be anything unless the column's name says dates. */
    boolean areNumbers() {
        return numbers > 0 && 2 * numbers >= times;
    }

    /** Whether most dates come without a time of day. */
    boolean lackClock() {
        return times > 0 && 2 * clocked < times;
    }

    /** Whether the order of day and month matters. */
    boolean needOrder() {
        return !ambiguous.isEmpty();
    }

    /** A date that could be read in two ways, for messages. */
    String ambiguous() {
        return ambiguous;
    }

    /** Whether both orders occur. */
    boolean contradictOneAnother() {
        return !dayProof.isEmpty() && !monthProof.isEmpty();
    }

    /** The order that the cells prove; empty if they prove none. */
    Optional<DateOrder> order() {
        if (contradictOneAnother()) {
            return Optional.empty();
        }
        if (!dayProof.isEmpty() || (monthFirstInFuture && !dayFirstInFuture)) {
            return monthProof.isEmpty() ? Optional.of(DateOrder.DAY_FIRST) : Optional.empty();
        }
        return !monthProof.isEmpty() || (dayFirstInFuture && !monthFirstInFuture)
                ? Optional.of(DateOrder.MONTH_FIRST)
                : Optional.empty();
    }

    /** What proves it, in words. */
    String proof() {
        if (!dayProof.isEmpty()) {
            return dayProof;
        }
        return monthProof.isEmpty()
                ? futureProof + " would lie in the future otherwise"
                : monthProof;
    }

    /**
     * A cell as an ISO 8601 time; empty if it is none.
     *
     * @param timeOfDay from the column beside it, where the date has none
     */
    static Optional<String> iso(
            String cell, Optional<DateOrder> order, Optional<String> timeOfDay) {
        if (SERIAL.matcher(cell).matches()) {
            String number = cell.replace(',', '.');
            double days = Double.parseDouble(number);
            // Four decimals tell 9 seconds apart: the minute is meant.
            boolean coarse = number.length() - number.indexOf('.') <= COARSE_DECIMALS + 1;
            long unit = coarse ? 60 : 1;
            return Optional.of(
                    SERIAL_EPOCH
                            .plusSeconds(unit * Math.round(days * SECONDS_A_DAY / unit))
                            .toInstant(ZoneOffset.UTC)
                            .toString());
        }
        if (EPOCH.matcher(cell).matches()) {
            return Optional.of(cell);
        }
        Optional<WrittenTime> date = WrittenTime.of(cell, order);
        Optional<WrittenTime> whole = date;
        if (date.isPresent() && timeOfDay.isPresent()) {
            whole = date.get().at(timeOfDay.get()).or(() -> date);
        }
        return whole.map(ColumnDates::shown);
    }

    private static String shown(WrittenTime time) {
        LocalDate date = time.date();
        return date.getYear() < 1 || date.getYear() > 9999
                ? date.toString()
                : time.instant().toString();
    }
}
