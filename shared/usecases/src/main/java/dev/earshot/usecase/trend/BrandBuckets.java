package dev.earshot.usecase.trend;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.trends.episode.TrendKind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A brand's exact minute counts as buckets of five minutes, and the series that they hold. */
final class BrandBuckets {
    /** Length of a bucket. */
    static final Duration BUCKET = Duration.ofMinutes(5);

    /** At most this many languages are watched for a brand: those with most posts. */
    private static final int MOST_LANGUAGES = 8;

    private static final String PLATFORM = "platform/";
    private static final String LANGUAGE = "language/";

    private final Map<Instant, WindowCounts> buckets = new TreeMap<>();

    BrandBuckets(List<CountDelta> minutes) {
        for (CountDelta minute : minutes) {
            buckets.merge(floor(minute.minute()), minute.counts(), WindowCounts::plus);
        }
    }

    /** Beginning of the bucket that a time lies in. */
    static Instant floor(Instant at) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    boolean isEmpty() {
        return buckets.isEmpty();
    }

    /** The counts of a bucket, by its beginning. */
    WindowCounts at(Instant start) {
        return buckets.getOrDefault(start, WindowCounts.NONE);
    }

    /** The first bucket with a post. */
    Instant first() {
        return buckets.keySet().iterator().next();
    }

    /** A series' name within its brand. */
    record Name(TrendKind kind, String key) {}

    /** The series that have posts here, the brand's own three first. */
    List<Name> names() {
        WindowCounts all = buckets.values().stream().reduce(WindowCounts.NONE, WindowCounts::plus);
        List<Name> names = new ArrayList<>();
        names.add(new Name(TrendKind.MENTIONS, ""));
        names.add(new Name(TrendKind.COMPLAINT_SHARE, ""));
        names.add(new Name(TrendKind.NEGATIVE_SHARE, ""));
        Map<String, Long> languages = new LinkedHashMap<>();
        all.counts()
                .forEach(
                        (key, count) -> {
                            if (key.startsWith(PLATFORM)) {
                                names.add(new Name(TrendKind.PLATFORM, after(PLATFORM, key)));
                            } else if (key.startsWith(LANGUAGE)) {
                                languages.put(after(LANGUAGE, key), count);
                            }
                        });
        languages.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LANGUAGES)
                .forEach(entry -> names.add(new Name(TrendKind.LANGUAGE, entry.getKey())));
        return names;
    }

    /** Posts of a series in a bucket; for a share, those that have the property. */
    static long count(Name name, WindowCounts counts) {
        long count =
                switch (name.kind()) {
                    case MENTIONS -> counts.posts();
                    case COMPLAINT_SHARE -> counts.get("intent/complaint");
                    case NEGATIVE_SHARE -> counts.get("sentiment/negative");
                    case PLATFORM -> counts.get(PLATFORM + name.key());
                    case LANGUAGE -> counts.get(LANGUAGE + name.key());
                    // Not counted by the minute.
                    case PRODUCT, HASHTAG, TOPIC -> 0;
                };
        return Math.max(0, count);
    }

    private static String after(String prefix, String key) {
        return key.substring(prefix.length());
    }
}
