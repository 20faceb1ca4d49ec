package dev.earshot.influence.statistics;

import java.util.Arrays;

/** Statistics that are robust to outliers. Stateless; no argument is modified. */
public final class Robust {
    /** Factor that turns the median absolute deviation into a normal distribution's sigma. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /** Theil's estimate compares all pairs, so larger samples are thinned to this size. */
    private static final int MAX_POINTS = 300;

    private Robust() {}

    /**
     * The quantile with linear interpolation (type 7 of Hyndman and Fan 1996); needs at least one
     * value.
     */
    public static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = p * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    public static double median(double[] values) {
        return quantile(values, .5);
    }

    /**
     * The median absolute deviation from {@code center}, scaled to a normal distribution's sigma.
     */
    public static double sigma(double[] values, double center) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - center);
        }
        return MAD_TO_SIGMA * median(distances);
    }

    /** The median of the slopes between all pairs (Theil 1950, Sen 1968); 0 if x is constant. */
    public static double slope(double[] x, double[] y) {
        int step = Math.max(1, (x.length + MAX_POINTS - 1) / MAX_POINTS);
        int points = (x.length + step - 1) / step;
        double[] slopes = new double[points * (points - 1) / 2];
        int count = 0;
        for (int i = 0; i < x.length; i += step) {
            for (int j = i + step; j < x.length; j += step) {
                if (Math.abs(x[i] - x[j]) > 1e-9) {
                    slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]);
                }
            }
        }
        return count == 0 ? 0 : median(Arrays.copyOf(slopes, count));
    }
}
