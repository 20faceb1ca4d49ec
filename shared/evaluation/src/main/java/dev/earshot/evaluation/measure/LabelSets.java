package dev.earshot.evaluation.measure;

import java.util.List;
import java.util.Set;

/**
 * Truth and answers of a multi-label classifier. Immutable.
 *
 * @param labels the labels that are measured
 * @param truth labels of each item; those that are not measured are ignored
 * @param answered predicted labels of each item
 */
public record LabelSets(List<String> labels, List<Set<String>> truth, List<Set<String>> answered) {
    public LabelSets {
        labels = List.copyOf(labels);
        truth = List.copyOf(truth);
        answered = List.copyOf(answered);
        if (truth.size() != answered.size()) {
            throw new IllegalArgumentException(
                    "truth and answered must have the same length, got "
                            + truth.size()
                            + " and "
                            + answered.size());
        }
    }

    /** Mean F1 over the labels that occur in the truth, in per cent. */
    public double macroF1() {
        int[] all = new int[truth.size()];
        java.util.Arrays.setAll(all, i -> i);
        return macroF1(all);
    }

    /** Mean F1 of the items with the given indices. */
    public double macroF1(int[] items) {
        double sum = 0;
        int seen = 0;
        for (String label : labels) {
            int actual = 0;
            int claimed = 0;
            int right = 0;
            for (int i : items) {
                boolean is = truth.get(i).contains(label);
                boolean said = answered.get(i).contains(label);
                actual += is ? 1 : 0;
                claimed += said ? 1 : 0;
                right += is && said ? 1 : 0;
            }
            if (actual > 0) {
                sum += 2.0 * right / (actual + claimed);
                seen++;
            }
        }
        return seen == 0 ? 0 : 100 * sum / seen;
    }
}
