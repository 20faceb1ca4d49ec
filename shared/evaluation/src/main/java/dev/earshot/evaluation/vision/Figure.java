package dev.earshot.evaluation.vision;

import dev.earshot.core.statistics.Interval;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param name what was measured
 * @param n over how many things
 * @param unit what {@code n} counts
 * @param ours the number
 * @param interval 95 % interval, where the number is a share of independent things
 * @param target what is wanted, such as {@code >= 0.47}
 * @param met whether it was reached; empty where there is no target
 * @param anchor what stands beside it: a simpler way's or a published number
 */
public record Figure(
        String name,
        int n,
        String unit,
        double ours,
        Optional<Interval> interval,
        String target,
        Optional<Boolean> met,
        String anchor) {

    /** A number that nothing is asked of. */
    static Figure of(String name, int n, String unit, double ours) {
        return new Figure(name, n, unit, ours, Optional.empty(), "", Optional.empty(), "");
    }

    /**
     * The share of {@code n} independent things that {@code count} of them make up, with Wilson's
     * interval; NaN without one where {@code n} is 0, which meets no target.
     */
    static Figure share(String name, int count, int n, String unit) {
        Figure figure = of(name, n, unit, (double) count / n);
        return n == 0 ? figure : figure.within(Interval.wilson(count, n));
    }

    Figure atLeast(double least) {
        return wanted(">= " + number(least), ours >= least);
    }

    Figure atMost(double most) {
        return wanted("<= " + number(most), ours <= most);
    }

    private Figure wanted(String wanted, boolean reached) {
        return new Figure(name, n, unit, ours, interval, wanted, Optional.of(reached), anchor);
    }

    Figure within(Interval bounds) {
        return new Figure(name, n, unit, ours, Optional.of(bounds), target, met, anchor);
    }

    Figure beside(String text) {
        return new Figure(name, n, unit, ours, interval, target, met, text);
    }

    /** At most three decimals, none where it is whole. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
