package dev.earshot.query;

import dev.earshot.core.Checks;

/** A 95 % confidence interval of a share, within [0, 1]. */
public record Interval(double low, double high) {
    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Interval {
        Checks.inRange("low", low, 0, 1);
        Checks.inRange("high", high, low, 1);
    }

    /**
     * Wilson's score interval, which keeps its coverage for small samples and for shares near 0 and
     * 1 (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
     * Journal of the American Statistical Association 22, 1927).
     *
     * @param count successes, 0 to {@code total}
     * @param total trials, at least 1
     */
    public static Interval wilson(long count, long total) {
        if (total < 1 || count < 0 || count > total) {
            throw new IllegalArgumentException(
                    "count must lie in [0, total] and total be 1 or more, got "
                            + count
                            + " of "
                            + total);
        }
        double n = total;
        double p = count / n;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        // At the ends the bound is 0 or 1 exactly; the arithmetic alone may miss it by a rounding.
        double low = count == 0 ? 0 : Math.max(0, centre - half);
        double high = count == total ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }
}
