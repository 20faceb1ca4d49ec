package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesName;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.Series;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A brand's series bucket by bucket: what came, what was expected, and how sure a rise is. They are
 * computed from the exact counts as they are now by the class that judges them live, which learns
 * from the {@link BrandBuckets#PAST} before; so posts that came late are in them, and episodes are
 * better asked for where they are kept. Thread-safe.
 */
public final class TrendQueries {
    /** The longest range that is answered at once. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** The range where none is given. */
    public static final Duration USUAL = Duration.ofDays(1);

    /** With fewer posts than this in the past, nothing can be called unusual. */
    private static final long LEAST_POSTS = 20;

    private final AnalysisStore posts;
    private final InstantSource clock;

    public TrendQueries(AnalysisStore posts, InstantSource clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * What is asked of a brand.
     *
     * @param kinds which series; those that the exact counts do not hold have none
     * @param key of a kind that has several; empty for all of them
     * @param since only buckets that begin later
     */
    public record Query(
            WorkspaceId workspace,
            String brand,
            Set<TrendKind> kinds,
            Optional<String> key,
            TimeRange range,
            Optional<Instant> since) {
        public Query {
            kinds = Set.copyOf(kinds);
            if (Duration.between(range.from(), range.to()).compareTo(LONGEST) > 0) {
                throw new QueryException(
                        "from",
                        "from and to must lie at most 7 days apart, got "
                                + range.from()
                                + " and "
                                + range.to());
            }
        }
    }

    /**
     * Series over whole buckets.
     *
     * @param from beginning of the first bucket
     * @param to end of the last bucket that is over and settled; {@code from} if none is
     */
    public record Trends(Instant from, Instant to, List<Trend> series) {
        public Trends {
            series = List.copyOf(series);
        }
    }

    /**
     * One series.
     *
     * @param days of data that it has learned from
     * @param note why nothing can be called unusual yet; empty if it can
     */
    public record Trend(SeriesName name, double days, Optional<String> note, List<Point> points) {
        public Trend {
            points = List.copyOf(points);
        }
    }

    /**
     * One bucket of a series.
     *
     * @param posts all that the brand has in it, whatever the series
     */
    public record Point(BucketVerdict verdict, long posts) {}

    /** The series of a brand. */
    public Trends trends(Query query) {
        Instant settled = BrandBuckets.floor(clock.instant().minus(BrandBuckets.LAG));
        Instant first = BrandBuckets.floor(query.range().from());
        Instant from =
                query.since()
                        .map(since -> BrandBuckets.floor(since).plus(BrandBuckets.BUCKET))
                        .filter(later -> later.isAfter(first))
                        .orElse(first);
        Instant asked = ceiling(query.range().to());
        Instant to = asked.isBefore(settled) ? asked : settled;
        if (!from.isBefore(to)) {
            return new Trends(from, from, List.of());
        }
        // Not from `since` on: what a series has learned must not depend on who asks.
        Instant begin = first.minus(BrandBuckets.PAST);
        var buckets = new BrandBuckets(posts.counts(query.workspace(), query.brand(), begin, to));
        List<Trend> trends = new ArrayList<>();
        for (SeriesName name : buckets.names()) {
            if (query.kinds().contains(name.kind())
                    && query.key().map(name.key()::equals).orElse(true)) {
                trends.add(trend(name, buckets, from, to));
            }
        }
        return new Trends(from, to, trends);
    }

    private static Trend trend(SeriesName name, BrandBuckets buckets, Instant from, Instant to) {
        Series series = name.begin();
        List<Point> points = new ArrayList<>();
        long seen = 0;
        if (!buckets.isEmpty()) {
            Instant at = buckets.first();
            for (; at.isBefore(to); at = at.plus(BrandBuckets.BUCKET)) {
                WindowCounts counts = buckets.at(at);
                long all = Math.max(0, counts.posts());
                seen += all;
                BucketVerdict verdict = name.judge(series, at, counts);
                if (!at.isBefore(from)) {
                    points.add(new Point(verdict, all));
                }
            }
        }
        return new Trend(name, series.days(), note(series.days(), seen), points);
    }

    private static Optional<String> note(double days, long posts) {
        if (posts < LEAST_POSTS) {
            return Optional.of(
                    "too few posts to judge: "
                            + posts
                            + " in the last days, "
                            + LEAST_POSTS
                            + " are needed");
        }
        return days < SeriesState.JUDGED_DAYS
                ? Optional.of("too early to judge: less than a day of data has been seen")
                : Optional.empty();
    }

    private static Instant ceiling(Instant time) {
        Instant floor = BrandBuckets.floor(time);
        return floor.equals(time) ? time : floor.plus(BrandBuckets.BUCKET);
    }
}
