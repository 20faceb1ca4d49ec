package dev.earshot.query;

import java.util.Arrays;
import java.util.List;

/**
 * How a classifier confused its classes on held-out texts.
 *
 * @param counts by true class, then by predicted class: a square of counts of 0 or more, with at
 *     least one text of each true class
 */
public record Confusion(List<List<Long>> counts) {
    public Confusion {
        counts = counts.stream().map(List::copyOf).toList();
        int classes = counts.size();
        if (classes < 2) {
            throw new IllegalArgumentException(
                    "a confusion must have at least 2 classes, got " + classes);
        }
        for (List<Long> row : counts) {
            if (row.size() != classes || row.stream().anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException(
                        "each row must hold " + classes + " counts of 0 or more, got " + row);
            }
            if (row.stream().mapToLong(n -> n).sum() == 0) {
                throw new IllegalArgumentException(
                        "each true class must have been seen, got " + counts);
            }
        }
    }

    /** From rows of counts. */
    public static Confusion of(long[][] counts) {
        return new Confusion(
                Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    public int classes() {
        return counts.size();
    }
}
