package dev.earshot.trends.series;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.Glimpse;
import dev.earshot.trends.spike.Look;
import dev.earshot.trends.spike.Series;
import dev.earshot.trends.spike.ShareSeries;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Whether a rise is told before its bucket is over. What may be a part of a rise of the whole
     * brand is not: it would be told first, and the brand's rise a minute later.
     */
    public boolean isLookedAt() {
        return switch (kind) {
            case MENTIONS, COMPLAINT_SHARE, NEGATIVE_SHARE, PRODUCT -> true;
            case PLATFORM, LANGUAGE, HASHTAG, TOPIC -> false;
        };
    }

    /**
     * Looks at the buckets of a series of this name that may still change.
     *
     * @param counts what has come so far
     * @param from beginning of the first of them, the series' end
     * @param to end of the last minute that has been counted
     */
    public Look look(Series series, BrandBuckets counts, Instant from, Instant to) {
        List<Glimpse> glimpses = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(BrandBuckets.BUCKET)) {
            double passed = (double) Duration.between(at, to).toSeconds();
            WindowCounts soFar = counts.at(at);
            double posts = Math.max(0, soFar.posts());
            double count = count(soFar);
            glimpses.add(
                    new Glimpse(
                            at,
                            Math.min(1, passed / BrandBuckets.BUCKET.toSeconds()),
                            kind.isShare() ? Math.min(count, posts) : count,
                            posts));
        }
        return series.look(glimpses);
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
