package dev.earshot.trends.series;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.Series;
import dev.earshot.trends.spike.ShareSeries;

import java.time.Instant;

/**
 * Names a series within its brand.
 *
 * @param key which platform, language and so on; empty for kinds that have one series a brand
 */
public record SeriesName(TrendKind kind, String key) {
    /** The series before its first bucket. */
    public Series begin() {
        return kind.isShare()
                ? new ShareSeries(BrandBuckets.BUCKET)
                : new CountSeries(BrandBuckets.BUCKET);
    }

    /** Posts of the series among those counted; for a share, those that have the property. */
    public long count(WindowCounts counts) {
        long count =
                switch (kind) {
                    case MENTIONS -> counts.posts();
                    case COMPLAINT_SHARE -> counts.get("intent/complaint");
                    case NEGATIVE_SHARE -> counts.get("sentiment/negative");
                    case PLATFORM -> counts.get(BrandBuckets.PLATFORM + key);
                    case LANGUAGE -> counts.get(BrandBuckets.LANGUAGE + key);
                    case PRODUCT -> counts.get(BrandBuckets.PRODUCT + key);
                    case HASHTAG -> counts.get(BrandBuckets.HASHTAG + key);
                    // Not counted by the minute.
                    case TOPIC -> 0;
                };
        return Math.max(0, count);
    }

    /** Judges the next bucket of a series of this name. */
    public BucketVerdict judge(Series series, Instant start, WindowCounts counts) {
        long count = count(counts);
        return switch (series) {
            case CountSeries ofCounts -> ofCounts.add(start, (double) count);
            case ShareSeries share -> {
                long posts = Math.max(0, counts.posts());
                yield share.add(start, (double) Math.min(count, posts), (double) posts);
            }
        };
    }
}
