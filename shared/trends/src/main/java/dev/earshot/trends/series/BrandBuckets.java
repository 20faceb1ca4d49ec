package dev.earshot.trends.series;

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

/**
 * A brand's exact minute counts as buckets of five minutes, and the series that they hold. Not
 * changed once made.
 */
public final class BrandBuckets {
    /** Length of a bucket. */
    public static final Duration BUCKET = Duration.ofMinutes(5);

    /** A bucket is judged this long after its end, when most of its posts have come. */
    public static final Duration LAG = Duration.ofMinutes(2);

    /** So much of the past teaches a series before it is relied on. */
    public static final Duration PAST = Duration.ofDays(14);

    /** At most this many languages are watched for a brand: those with most posts. */
    private static final int MOST_LANGUAGES = 8;

    static final String PLATFORM = "platform/";
    static final String LANGUAGE = "language/";

    private final Map<Instant, WindowCounts> buckets = new TreeMap<>();

    /**
     * @param minutes as the store of results gives them
     */
    public BrandBuckets(List<CountDelta> minutes) {
        for (CountDelta minute : minutes) {
            buckets.merge(floor(minute.minute()), minute.counts(), WindowCounts::plus);
        }
    }

    /** Beginning of the bucket that a time lies in. */
    public static Instant floor(Instant at) {
        long seconds = BUCKET.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return buckets.isEmpty();
    }

    /** The counts of a bucket, by its beginning. */
    public WindowCounts at(Instant start) {
        return buckets.getOrDefault(start, WindowCounts.NONE);
    }

    /** The first bucket with a post. */
    public Instant first() {
        return buckets.keySet().iterator().next();
    }

    /** The series that have posts here, the brand's own three first. */
    public List<SeriesName> names() {
        WindowCounts all = buckets.values().stream().reduce(WindowCounts.NONE, WindowCounts::plus);
        List<SeriesName> names = new ArrayList<>();
        names.add(new SeriesName(TrendKind.MENTIONS, ""));
        names.add(new SeriesName(TrendKind.COMPLAINT_SHARE, ""));
        names.add(new SeriesName(TrendKind.NEGATIVE_SHARE, ""));
        Map<String, Long> languages = new LinkedHashMap<>();
        all.counts()
                .forEach(
                        (key, count) -> {
                            if (key.startsWith(PLATFORM)) {
                                names.add(new SeriesName(TrendKind.PLATFORM, after(PLATFORM, key)));
                            } else if (key.startsWith(LANGUAGE)) {
                                languages.put(after(LANGUAGE, key), count);
                            }
                        });
        languages.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LANGUAGES)
                .forEach(entry -> names.add(new SeriesName(TrendKind.LANGUAGE, entry.getKey())));
        return names;
    }

    private static String after(String prefix, String key) {
        return key.substring(prefix.length());
    }
}
