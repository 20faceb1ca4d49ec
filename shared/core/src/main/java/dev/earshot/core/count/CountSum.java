package dev.earshot.core.count;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds up many counts in place, where {@link WindowCounts#plus} copies the sum so far at each step.
 * Not thread-safe.
 */
public final class CountSum {
    private final Map<String, Long> counts = new HashMap<>();

    /** Adds these. */
    public void add(WindowCounts more) {
        more.counts().forEach((key, count) -> counts.merge(key, count, Math::addExact));
    }

    /** The sum so far. */
    public WindowCounts counts() {
        return new WindowCounts(counts);
    }

    /** Each sum as it stands. */
    public static <K> Map<K, WindowCounts> counts(Map<K, CountSum> sums) {
        var counts = new HashMap<K, WindowCounts>();
        sums.forEach((key, sum) -> counts.put(key, sum.counts()));
        return counts;
    }
}
