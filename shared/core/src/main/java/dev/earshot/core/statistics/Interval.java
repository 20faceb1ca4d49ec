package dev.earshot.core.statistics;

import dev.earshot.core.Checks;

import java.util.Arrays;

/**
 * A 95 % confidence interval, both ends included, in the unit of the figure that it belongs to.
 * Every share of the API and every figure of an evaluation is stated with one. The influencer score
 * alone has intervals at another level, 90 %, which it states itself.
 *
 * @param low finite, at most {@code high}
 * @param high finite
 */
public record Interval(double low, double high) {
    /** The confidence level: in 95 of 100 repetitions the interval holds the true value. */
    public static final double CONFIDENCE = 0.95;

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Interval {
        Checks.inRange("low", low, -Double.MAX_VALUE, Double.MAX_VALUE);
        Checks.inRange("high", high, low, Double.MAX_VALUE);
    }

    /**
     * Wilson's score interval of a share, within [0, 1]. It keeps its coverage for small samples
     * and for shares near 0 and 1 (E. B. Wilson, "Probable inference, the law of succession, and
     * statistical inference", Journal of the American Statistical Association 22, 1927).
     *
     * @param count successes, 0 to {@code total}
     * @param total trials, at least 1
     */
    public static Interval wilson(long count, long total) {
        return wilson(count, total, (double) total);
    }

    /**
     * Likewise, of a share whose observations say no more than a smaller number of independent
     * ones.
     *
     * @param independent how many that are, more than 0 and at most {@code total}
     */
    public static Interval wilson(long count, long total, double independent) {
        if (total < 1 || count < 0 || count > total) {
            throw new IllegalArgumentException(
                    "count must lie in [0, total] and total be 1 or more, got "
                            + count
                            + " of "
                            + total);
        }
        if (!(independent > 0) || independent > total) {
            throw new IllegalArgumentException(
                    "independent must lie in (0, total], got " + independent + " of " + total);
        }
        double n = independent;
        double p = (double) count / total;
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        // At the ends the bound is 0 or 1 exactly; the arithmetic alone may miss it by a rounding.
        double low = count == 0 ? 0 : Math.max(0, centre - half);
        double high = count == total ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }

    /**
     * The percentile interval of a simulation: the middle 95 % of its draws, its ends rounded
     * outwards to the next draw.
     *
     * @param draws in any order, at least one; not changed
     */
    public static Interval ofDraws(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("draws must hold at least one value, got none");
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double tail = (1 - CONFIDENCE) / 2;
        int last = sorted.length - 1;
        return new Interval(
                sorted[(int) Math.floor(tail * last)], sorted[(int) Math.ceil((1 - tail) * last)]);
    }

    /** Whether the value lies in it. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }
}
