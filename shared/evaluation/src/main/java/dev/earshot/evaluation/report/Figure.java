package dev.earshot.evaluation.report;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.measure.Estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One measured number, as every evaluation reports it. Immutable.
 *
 * @param name what was measured
 * @param data what it was measured on; empty if the name says so
 * @param count number of items that it was measured on
 * @param items what {@code count} counts, such as {@code pictures}; may be empty
 * @param value in {@code unit}; NaN if nothing could be measured
 * @param unit such as {@code %}; empty for a plain number
 * @param interval 95 % interval of the value, if it has one
 * @param target what the value should be, such as {@code >= 0.47}; empty if it only informs
 * @param met whether the target was reached; empty if there is none
 * @param comparison what to compare it with, such as a baseline's or a published number; may be
 *     empty
 * @param chosen what of the product was chosen on the same data, which flatters the value; empty if
 *     nothing was
 */
public record Figure(
        String name,
        String data,
        int count,
        String items,
        double value,
        String unit,
        Optional<Interval> interval,
        String target,
        Optional<Boolean> met,
        String comparison,
        String chosen) {

    /** A plain number without a target. */
    public static Figure of(String name, int count, String items, double value) {
        return new Figure(
                name, "", count, items, value, "", Optional.empty(), "", Optional.empty(), "", "");
    }

    /** An estimate with its interval, without a target. */
    public static Figure of(String name, int count, String items, Estimate estimate) {
        return of(name, count, items, estimate.value()).within(estimate.interval());
    }

    /**
     * The share, in [0, 1], of {@code count} independent items that have a property, with its
     * Wilson interval. If {@code count} is 0, it is NaN without an interval and meets no target.
     *
     * @param hits number of items that have the property
     */
    public static Figure share(String name, long hits, int count, String items) {
        return count == 0
                ? of(name, 0, items, Double.NaN)
                : of(name, count, items, Estimate.share(hits, count));
    }

    /** Like {@link #share}, but in per cent. */
    public static Figure percentage(String name, long hits, int count, String items) {
        Figure percentage =
                count == 0
                        ? of(name, 0, items, Double.NaN)
                        : of(name, count, items, Estimate.share(hits, count).times(100));
        return percentage.in("%");
    }

    /**
     * The percentage of items that meet a condition.
     *
     * @param met whether each item meets it
     */
    public static Figure percentage(String name, List<Boolean> met, String items) {
        long hits = met.stream().filter(each -> each).count();
        return percentage(name, hits, met.size(), items);
    }

    /** The same figure with the data that it was measured on. */
    public Figure on(String source) {
        return new Figure(
                name, source, count, items, value, unit, interval, target, met, comparison, chosen);
    }

    /** The same figure with a unit. */
    public Figure in(String measure) {
        return new Figure(
                name,
                data,
                count,
                items,
                value,
                measure,
                interval,
                target,
                met,
                comparison,
                chosen);
    }

    /** The same figure with its interval. */
    public Figure within(Interval bounds) {
        return new Figure(
                name,
                data,
                count,
                items,
                value,
                unit,
                Optional.of(bounds),
                target,
                met,
                comparison,
                chosen);
    }

    /** The same figure with a lower limit as its target. */
    public Figure atLeast(double least) {
        return aimedAt(">= " + number(least), value >= least);
    }

    /** The same figure with an upper limit as its target. */
    public Figure atMost(double most) {
        return aimedAt("<= " + number(most), value <= most);
    }

    /**
     * The same figure with a target in words.
     *
     * @param reached whether the value reaches it
     */
    public Figure aimedAt(String wanted, boolean reached) {
        return new Figure(
                name,
                data,
                count,
                items,
                value,
                unit,
                interval,
                wanted,
                Optional.of(reached),
                comparison,
                chosen);
    }

    /** The same figure with something to compare it with. */
    public Figure beside(String text) {
        return new Figure(
                name, data, count, items, value, unit, interval, target, met, text, chosen);
    }

    /**
     * The same figure of data on which something of the product was chosen, such as a threshold.
     */
    public Figure chosenHere(String what) {
        return new Figure(
                name, data, count, items, value, unit, interval, target, met, comparison, what);
    }

    /** False only if there is a target and it was missed. */
    public boolean passes() {
        return met.orElse(true);
    }

    /** The value with its unit, as tables print it; a dash if nothing could be measured. */
    String valueText() {
        if (Double.isNaN(value)) {
            return "-";
        }
        return unit.isEmpty() ? number(value) : text(value) + " " + unit;
    }

    /** The interval as tables print it; empty if there is none. */
    String intervalText() {
        return interval.map(i -> text(i.low()) + " .. " + text(i.high())).orElse("");
    }

    /** Percentages have one decimal at most. */
    private String text(double number) {
        boolean whole = number == Math.rint(number);
        return unit.equals("%") && !whole
                ? String.format(Locale.ROOT, "%.1f", number)
                : number(number);
    }

    /**
     * A number as tables print it: without decimals if it is whole, with one from 10 on, otherwise
     * with three.
     */
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.3f", value);
    }
}
