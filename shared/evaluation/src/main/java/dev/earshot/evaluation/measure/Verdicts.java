package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Truth and answers of a classifier by class index, and the measures computed from them. All
 * measures are in per cent except the calibration error. Immutable.
 *
 * @param labels names of the classes
 * @param truth class of each item, in {@code [0, labels)}
 * @param answered predicted class of each item, in {@code [0, labels)}
 * @param confidence the model's probability of each answer, in [0, 1]
 */
public record Verdicts(List<String> labels, int[] truth, int[] answered, double[] confidence) {
    private static final int BINS = 15;

    public Verdicts {
        labels = List.copyOf(labels);
        truth = truth.clone();
        answered = answered.clone();
        confidence = confidence.clone();
        if (truth.length != answered.length || truth.length != confidence.length) {
            throw new IllegalArgumentException(
                    "truth, answered and confidence must have the same length, got "
                            + truth.length
                            + ", "
                            + answered.length
                            + ", "
                            + confidence.length);
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

    /** Number of items. */
    public int size() {
        return truth.length;
    }

    private int[] all() {
        int[] indices = new int[truth.length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** Mean recall over the classes that occur. */
    public double macroRecall() {
        return macroRecall(all());
    }

    /** Mean recall over the classes that occur among the given items. */
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

    /** Mean F1 over the classes that occur. */
    public double macroF1() {
        return macroF1(all());
    }

    /** Mean F1 over the classes that occur among the given items. */
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

    /** F1 of one class among the given items. */
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

    /** Share of correct answers. */
    public double accuracy() {
        return accuracy(all());
    }

    /** Share of correct answers among the given items. */
    public double accuracy(int[] items) {
        int right = 0;
        for (int i : items) {
            right += truth[i] == answered[i] ? 1 : 0;
        }
        return items.length == 0 ? 0 : 100.0 * right / items.length;
    }

    /** Share of correct answers among the {@code coverage} of items with the highest confidence. */
    public double accuracyAt(double coverage) {
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage must lie in (0, 1], got " + coverage);
        }
        int[] surest =
                java.util.stream.IntStream.range(0, truth.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(confidence[b], confidence[a]))
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
        return calibrationError(confidence, right);
    }

    /**
     * The {@link #calibrationError} to expect by chance if the probabilities were exactly right.
     */
    public ChanceError chanceError() {
        return ChanceError.of(confidence);
    }

    static double calibrationError(double[] confidence, boolean[] right) {
        // Per bin: the sum of the answers' probabilities minus the number of correct ones
        double[] gaps = new double[BINS];
        for (int i = 0; i < right.length; i++) {
            gaps[Math.min(BINS - 1, (int) (confidence[i] * BINS))] +=
                    confidence[i] - (right[i] ? 1 : 0);
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
