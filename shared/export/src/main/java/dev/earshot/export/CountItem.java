package dev.earshot.export;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A brand's posts of one hour, counted. Labels of sentiment, emotion and intent are all there, with
 * 0 where none was counted; of the open lists only what was counted is.
 *
 * @param start of the hour in which the posts were published, UTC
 * @param own posts of the brand's own accounts, which are not among {@code posts}
 * @param reposts those of {@code posts} that repeat another
 * @param forReview posts that a person should look at
 */
record CountItem(
        String brand,
        Instant start,
        long posts,
        long own,
        long reposts,
        Map<String, Long> sentiment,
        Map<String, Long> emotion,
        Map<String, Long> intent,
        long ironic,
        long forReview,
        Map<String, Long> platform,
        Map<String, Long> language,
        Map<String, Long> product,
        Map<String, Long> hashtag) {
    static CountItem of(CountDelta hour) {
        WindowCounts counts = hour.counts();
        return new CountItem(
                hour.brandId(),
                hour.minute(),
                counts.posts(),
                counts.own(),
                counts.reposts(),
                each(
                        counts,
                        "sentiment/",
                        Arrays.stream(SentimentLabel.values()).map(SentimentLabel::key).toList()),
                each(
                        counts,
                        "emotion/",
                        Arrays.stream(Emotion.values()).map(Emotion::key).toList()),
                each(counts, "intent/", Arrays.stream(Intent.values()).map(Intent::key).toList()),
                counts.get("irony/yes"),
                counts.get("flagged"),
                found(counts, "platform/"),
                found(counts, "language/"),
                found(counts, "product/"),
                found(counts, "hashtag/"));
    }

    private static Map<String, Long> each(WindowCounts counts, String prefix, List<String> keys) {
        var all = new LinkedHashMap<String, Long>();
        keys.forEach(key -> all.put(key, counts.get(prefix + key)));
        return all;
    }

    private static Map<String, Long> found(WindowCounts counts, String prefix) {
        var found = new LinkedHashMap<String, Long>();
        counts.counts()
                .forEach(
                        (key, count) -> {
                            if (key.startsWith(prefix)) {
                                found.put(key.substring(prefix.length()), count);
                            }
                        });
        return found;
    }
}
