package dev.earshot.trends.series;

import dev.earshot.core.brand.Subject;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.trends.episode.TrendKind;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** A minute that is younger than this is not looked at: hardly a post of it has come. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    /** So much of the past teaches a series before it is relied on. */
    public static final Duration PAST = Duration.ofDays(14);

    /** At most this many languages are watched for a brand: those with most posts. */
    private static final int MOST_LANGUAGES = 8;

    static final String PLATFORM = "platform/";
    static final String LANGUAGE = "language/";
    static final String PRODUCT = "product/";
    static final String HASHTAG = "hashtag/";

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

    /** End of the last bucket that is judged at that time. */
    public static Instant settled(Instant now) {
        return floor(now.minus(LAG));
    }

    /** End of the last minute that is looked at then; the minute that runs counts as a whole. */
    public static Instant seen(Instant now) {
        return now.minus(YOUNG).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
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
        all.counts().keySet().stream()
                .filter(key -> key.startsWith(PLATFORM))
                .forEach(
                        key ->
                                names.add(
                                        new SeriesName(
                                                TrendKind.PLATFORM,
                                                key.substring(PLATFORM.length()))));
        largest(all, TrendKind.LANGUAGE, LANGUAGE, MOST_LANGUAGES, names);
        largest(all, TrendKind.PRODUCT, PRODUCT, Subject.MOST, names);
        largest(all, TrendKind.HASHTAG, HASHTAG, Subject.MOST, names);
        return names;
    }

    /** Adds the series of a kind that have most posts. */
    private static void largest(
            WindowCounts all, TrendKind kind, String prefix, int most, List<SeriesName> names) {
        all.counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix) && entry.getValue() > 0)
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> new SeriesName(kind, entry.getKey().substring(prefix.length())))
                .forEach(names::add);
    }
}
