package dev.earshot.core.count;

import dev.earshot.core.post.Platform;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts of posts along several dimensions: a commutative group under {@link #plus}, so partial
 * counts may be added in any order and taken back by {@link #negated}.
 *
 * @param counts dimension key to count, without zeros. Keys: {@code posts}, {@code
 *     sentiment/<label>}, {@code emotion/<emotion>}, {@code platform/<platform>}, {@code
 *     language/<tag>}
 */
public record WindowCounts(Map<String, Long> counts) {
    /** Nothing counted. */
    public static final WindowCounts NONE = new WindowCounts(Map.of());

    public WindowCounts {
        var copy = new TreeMap<String, Long>();
        counts.forEach(
                (key, count) -> {
                    if (count != 0) {
                        copy.put(key, count);
                    }
                });
        counts = java.util.Collections.unmodifiableMap(copy);
    }

    /** What one analysed post contributes. */
    public static WindowCounts of(PostAnalysis post) {
        var one = new TreeMap<String, Long>();
        one.put("posts", 1L);
        one.put("sentiment/" + post.reading().label().key(), 1L);
        one.put("platform/" + post.id().platform().key(), 1L);
        one.put("language/" + post.reading().language(), 1L);
        post.emotion().ifPresent(emotion -> one.put("emotion/" + emotion.key(), 1L));
        return new WindowCounts(one);
    }

    /** The sum of both. */
    public WindowCounts plus(WindowCounts other) {
        var sum = new TreeMap<>(counts);
        other.counts.forEach((key, count) -> sum.merge(key, count, Math::addExact));
        return new WindowCounts(sum);
    }

    /** The counts that take these back. */
    public WindowCounts negated() {
        var opposite = new TreeMap<String, Long>();
        counts.forEach((key, count) -> opposite.put(key, -count));
        return new WindowCounts(opposite);
    }

    /** The count under a key, 0 if absent. */
    public long get(String key) {
        return counts.getOrDefault(key, 0L);
    }

    /** All posts. */
    public long posts() {
        return get("posts");
    }

    /** Posts with that verdict. */
    public long sentiment(SentimentLabel label) {
        return get("sentiment/" + label.key());
    }

    /** Posts whose strongest emotion it is. */
    public long emotion(Emotion emotion) {
        return get("emotion/" + emotion.key());
    }

    /** Posts on that platform. */
    public long platform(Platform platform) {
        return get("platform/" + platform.key());
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
