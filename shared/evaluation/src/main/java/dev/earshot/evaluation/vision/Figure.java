package dev.earshot.evaluation.vision;

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

    /** From low to high. */
    record Interval(double low, double high) {}

    static Figure atLeast(String name, int n, String unit, double ours, double target) {
        return new Figure(
                name,
                n,
                unit,
                ours,
                Optional.empty(),
                ">= " + number(target),
                Optional.of(ours >= target),
                "");
    }

    static Figure atMost(String name, int n, String unit, double ours, double target) {
        return new Figure(
                name,
                n,
                unit,
                ours,
                Optional.empty(),
                "<= " + number(target),
                Optional.of(ours <= target),
                "");
    }

    static Figure plain(String name, int n, String unit, double ours) {
        return new Figure(name, n, unit, ours, Optional.empty(), "", Optional.empty(), "");
    }

    /** Wilson's interval of a share of {@code n} independent things. */
    Figure withWilson() {
        double z = 1.96;
        double denominator = 1 + z * z / n;
        double centre = (ours + z * z / (2 * n)) / denominator;
        double half = z * Math.sqrt(ours * (1 - ours) / n + z * z / (4.0 * n * n)) / denominator;
        return new Figure(
                name,
                n,
                unit,
                ours,
                Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half))),
                target,
                met,
                anchor);
    }

    Figure withInterval(double low, double high) {
        return new Figure(
                name, n, unit, ours, Optional.of(new Interval(low, high)), target, met, anchor);
    }

    Figure beside(String text) {
        return new Figure(name, n, unit, ours, interval, target, met, text);
    }

    /** At most three decimals, none where it is whole. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        return String.format(java.util.Locale.ROOT, "%.3f", value);
    }
}
