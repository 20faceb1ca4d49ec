package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of agreement between two rankings. Stateless. */
public final class Ranks {
    private Ranks() {}

    /** Ranks from 1; ties share their mean rank. */
    public static double[] of(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
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

    /**
     * Spearman's rank correlation of the given items, in [-1, 1]; 0 if either side is constant.
     *
     * @param items indices, repeats included
     */
    public static double spearman(double[] x, double[] y, int[] items) {
        return pearson(of(chosen(x, items)), of(chosen(y, items)));
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx * yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }

    /**
     * The area under the ROC curve: the probability that a positive scores above a negative, with
     * ties counted half (Mann and Whitney 1947); 0.5 if there are only positives or only negatives.
     *
     * @param items indices, repeats included
     */
    public static double auc(double[] scores, boolean[] positive, int[] items) {
        double[] ranks = of(chosen(scores, items));
        double sum = 0;
        double positives = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += positive[items[i]] ? ranks[i] : 0;
            positives += positive[items[i]] ? 1 : 0;
        }
        double negatives = ranks.length - positives;
        return positives * negatives > 0
                ? (sum - positives * (positives + 1) / 2) / (positives * negatives)
                : .5;
    }

    private static double[] chosen(double[] values, int[] items) {
        return Arrays.stream(items).mapToDouble(i -> values[i]).toArray();
    }
}
