package dev.earshot.evaluation.influence;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measures of agreement, with bootstrap intervals. Stateless. */
final class Measures {
    private static final int RESAMPLES = 400;

    private Measures() {}

    /** A figure with its interval. */
    record Figure(double value, double low, double high) {}

    /** Spearman's rank correlation. */
    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }

    /** Ranks from 1, ties in the middle. */
    static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, java.util.Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j + 1 < order.length && values[order[j + 1]] == values[order[i]]) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                ranks[order[k]] = (i + j) / 2.0 + 1;
            }
            i = j + 1;
        }
        return ranks;
    }

    /** The chance that a positive scores above a negative, ties half (Mann and Whitney 1947). */
    static double auc(double[] scores, boolean[] positive) {
        double[] ranks = ranks(scores);
        double sum = 0;
        double p = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += positive[i] ? ranks[i] : 0;
            p += positive[i] ? 1 : 0;
        }
        double n = ranks.length - p;
        return p * n > 0 ? (sum - p * (p + 1) / 2) / (p * n) : .5;
    }

    /** A statistic over items with its 95 % percentile-bootstrap interval. */
    static Figure bootstrap(int items, long seed, ToDoubleFunction<int[]> statistic) {
        var random = new SplittableRandom(seed);
        double value = statistic.applyAsDouble(IntStream.range(0, items).toArray());
        double[] draws = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            draws[r] =
                    statistic.applyAsDouble(
                            IntStream.range(0, items).map(i -> random.nextInt(items)).toArray());
        }
        Arrays.sort(draws);
        return new Figure(
                value, draws[(int) (.025 * RESAMPLES)], draws[(int) (.975 * RESAMPLES) - 1]);
    }

    static double[] pick(double[] values, int[] items) {
        return Arrays.stream(items).mapToDouble(i -> values[i]).toArray();
    }

    static boolean[] pick(boolean[] values, int[] items) {
        boolean[] picked = new boolean[items.length];
        for (int i = 0; i < items.length; i++) {
            picked[i] = values[items[i]];
        }
        return picked;
    }

    /** A share with its 95 % Wilson interval. */
    static Figure share(int hits, int of) {
        double z = 1.959964;
        double p = of == 0 ? 0 : (double) hits / of;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        return new Figure(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
