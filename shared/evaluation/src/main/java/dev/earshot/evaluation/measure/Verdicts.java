package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Truth and answers of a classifier, by class index: what most measures are computed from. All
 * measures are in per cent. Immutable.
 *
 * @param labels names of the classes
 * @param truth class of each item, in {@code [0, labels)}
 * @param answered class that the model says, in {@code [0, labels)}
 * @param sureness the model's probability of its answer, in [0, 1]
 */
public record Verdicts(List<String> labels, int[] truth, int[] answered, double[] sureness) {
    private static final int BINS = 15;

    public Verdicts {
        labels = List.copyOf(labels);
        truth = truth.clone();
        answered = answered.clone();
        sureness = sureness.clone();
        if (truth.length != answered.length || truth.length != sureness.length) {
            throw new IllegalArgumentException(
                    "truth, answered and sureness must be as long as each other, got "
                            + truth.length
                            + ", "
                            + answered.length
                            + ", "
                            + sureness.length);
        }
        for (int label : truth) {
            check(label, labels);
        }
        for (int label : answered) {
            check(label, labels);
        }
    }

    private static void check(int label, List<String> labels) {
        if (label < 0 || label >= labels.size()) {
            throw new IllegalArgumentException("class must be one of " + labels + ", got " + label);
        }
    }

    /** How many items there are. */
    public int size() {
        return truth.length;
    }

    private int[] all() {
        int[] indices = new int[truth.length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** Mean over the classes that occur of the share of each that is found. */
    public double macroRecall() {
        return macroRecall(all());
    }

    /** The same of chosen items. */
    public double macroRecall(int[] items) {
        Counts counts = count(items);
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < labels.size(); label++) {
            if (counts.actual[label] > 0) {
                sum += (double) counts.right[label] / counts.actual[label];
                classes++;
            }
        }
        return classes == 0 ? 0 : 100 * sum / classes;
    }

    /** Mean over the classes that occur of F1. */
    public double macroF1() {
        return macroF1(all());
    }

    /** The same of chosen items. */
    public double macroF1(int[] items) {
        Counts counts = count(items);
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < labels.size(); label++) {
            if (counts.actual[label] > 0) {
                sum += counts.f1(label);
                classes++;
            }
        }
        return classes == 0 ? 0 : 100 * sum / classes;
    }

    /** F1 of one class among chosen items. */
    public double f1(String label, int[] items) {
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("label must be one of " + labels + ", got " + label);
        }
        return 100 * count(items).f1(index);
    }

    /** F1 of one class. */
    public double f1(String label) {
        return f1(label, all());
    }

    /** Share that is right. */
    public double accuracy() {
        return accuracy(all());
    }

    /** The same of chosen items. */
    public double accuracy(int[] items) {
        int right = 0;
        for (int i : items) {
            right += truth[i] == answered[i] ? 1 : 0;
        }
        return items.length == 0 ? 0 : 100.0 * right / items.length;
    }

    /** Share that is right among the surest {@code coverage} of the items. */
    public double accuracyAt(double coverage) {
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage must lie in (0, 1], got " + coverage);
        }
        int[] surest =
                java.util.stream.IntStream.range(0, truth.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(sureness[b], sureness[a]))
                        .limit(Math.round(coverage * truth.length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return accuracy(surest);
    }

    /**
     * Expected calibration error of the answers' probabilities (Naeini et al., 2015; Guo et al.,
     * 2017), over 15 bins of equal width, in [0, 1].
     */
    public double calibrationError() {
        boolean[] right = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            right[i] = truth[i] == answered[i];
        }
        return calibrationError(sureness, right);
    }

    /**
     * What {@link #calibrationError} would be by chance if the probabilities were exactly right.
     */
    public ChanceError chanceError() {
        return ChanceError.of(sureness);
    }

    static double calibrationError(double[] sureness, boolean[] right) {
        // Of each bin the answers' summed probabilities less the number of right ones
        double[] gaps = new double[BINS];
        for (int i = 0; i < right.length; i++) {
            gaps[Math.min(BINS - 1, (int) (sureness[i] * BINS))] +=
                    sureness[i] - (right[i] ? 1 : 0);
        }
        return right.length == 0 ? 0 : Arrays.stream(gaps).map(Math::abs).sum() / right.length;
    }

    private Counts count(int[] items) {
        Counts counts = new Counts(labels.size());
        for (int i : items) {
            counts.actual[truth[i]]++;
            counts.claimed[answered[i]]++;
            if (truth[i] == answered[i]) {
                counts.right[truth[i]]++;
            }
        }
        return counts;
    }

    private static final class Counts {
        private final int[] actual;
        private final int[] claimed;
        private final int[] right;

        Counts(int classes) {
            actual = new int[classes];
            claimed = new int[classes];
            right = new int[classes];
        }

        double f1(int label) {
            int all = actual[label] + claimed[label];
            return all == 0 ? 0 : 2.0 * right[label] / all;
        }
    }
}
