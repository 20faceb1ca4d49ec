package dev.earshot.evaluation.measure;

import java.util.List;
import java.util.Set;

/**
 * Truth and answers where an item may have several labels or none. Immutable.
 *
 * @param labels the labels that are measured
 * @param truth of each item; labels that are not measured are passed over
 * @param answered of each item
 */
public record LabelSets(List<String> labels, List<Set<String>> truth, List<Set<String>> answered) {
    public LabelSets {
        labels = List.copyOf(labels);
        truth = List.copyOf(truth);
        answered = List.copyOf(answered);
        if (truth.size() != answered.size()) {
            throw new IllegalArgumentException(
                    "truth and answered must be as long as each other, got "
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

    /** The same of chosen items. */
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
