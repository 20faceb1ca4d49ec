package dev.earshot.djl.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups inputs of similar length, so that batches have little padding. Stateless. */
final class Batches {
    private Batches() {}

    /**
     * Indices of the inputs, shortest first, split into batches of at most {@code maxTokens},
     * padding included, and at most {@code maxInputs}. An input longer than {@code maxTokens} is a
     * batch of its own.
     */
    static List<int[]> byLength(int[] lengths, int maxTokens, int maxInputs) {
        int[] order =
                IntStream.range(0, lengths.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> lengths[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<int[]> batches = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            boolean full =
                    end == order.length
                            || end - start == maxInputs
                            || (long) lengths[order[end]] * (end - start + 1) > maxTokens;
            if (full) {
                batches.add(Arrays.copyOfRange(order, start, end));
                start = end;
            }
        }
        return batches;
    }
}
