package dev.earshot.djl.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Macro-averaged recall and F1 over the classes present in the truth, in per cent. */
record MacroScores(int count, double recall, double f1) {
    static MacroScores of(List<String> truth, List<String> predicted) {
        if (truth.size() != predicted.size() || truth.isEmpty()) {
            throw new IllegalArgumentException(
                    "truth and predicted must be as long as each other and not empty, got %d and %d"
                            .formatted(truth.size(), predicted.size()));
        }
        Map<String, Integer> actual = new HashMap<>();
        Map<String, Integer> claimed = new HashMap<>();
        Map<String, Integer> right = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            actual.merge(truth.get(i), 1, Integer::sum);
            claimed.merge(predicted.get(i), 1, Integer::sum);
            if (truth.get(i).equals(predicted.get(i))) {
                right.merge(truth.get(i), 1, Integer::sum);
            }
        }
        int classes = actual.size();
        double recall = 0;
        double f1 = 0;
        for (Map.Entry<String, Integer> entry : actual.entrySet()) {
            String name = entry.getKey();
            int all = entry.getValue();
            int hits = right.getOrDefault(name, 0);
            recall += (double) hits / all;
            f1 += 2.0 * hits / (all + claimed.getOrDefault(name, 0));
        }
        return new MacroScores(truth.size(), 100 * recall / classes, 100 * f1 / classes);
    }
}
