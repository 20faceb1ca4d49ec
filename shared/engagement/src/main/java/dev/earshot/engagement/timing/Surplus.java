package dev.earshot.engagement.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * By how much each post did better than was to be expected of its account at that time: the
 * logarithm of its responses less the median of the account's {@value #WINDOW} posts around it, so
 * that neither a large account nor one that grows makes an hour look good.
 *
 * @param posts in the order of time
 * @param values one for each
 */
record Surplus(List<Published> posts, double[] values) {
    /** Posts around each, half of them before it. */
    static final int WINDOW = 20;

    static Surplus of(List<Published> published) {
        List<Published> ordered =
                published.stream()
                        .sorted(
                                Comparator.comparing(Published::at)
                                        .thenComparing(Published::account))
                        .toList();
        Map<String, List<Integer>> accounts = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            accounts.computeIfAbsent(ordered.get(i).account(), key -> new ArrayList<>()).add(i);
        }
        double[] values = new double[ordered.size()];
        for (List<Integer> places : accounts.values()) {
            double[] levels = places.stream().mapToDouble(i -> ordered.get(i).level()).toArray();
            for (int k = 0; k < levels.length; k++) {
                int from = Math.clamp(k - WINDOW / 2, 0, Math.max(0, levels.length - WINDOW - 1));
                int to = Math.min(levels.length, from + WINDOW + 1);
                values[places.get(k)] = levels[k] - median(Arrays.copyOfRange(levels, from, to));
            }
        }
        return new Surplus(ordered, values);
    }

    /** Without what a property of the posts explains, such as their format. */
    Surplus without(Function<Published, String> property) {
        Map<String, double[]> sums = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.computeIfAbsent(property.apply(posts.get(i)), key -> new double[2]);
            sum[0] += values[i];
            sum[1]++;
        }
        double[] rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            double[] sum = sums.getOrDefault(property.apply(posts.get(i)), new double[] {0, 1});
            rest[i] -= sum[0] / sum[1];
        }
        return new Surplus(posts, rest);
    }

    /** Standard deviation; 0 with fewer than two posts. */
    double deviation() {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    private static double median(double[] window) {
        Arrays.sort(window);
        int half = window.length / 2;
        return window.length % 2 == 1 ? window[half] : (window[half - 1] + window[half]) / 2;
    }
}
