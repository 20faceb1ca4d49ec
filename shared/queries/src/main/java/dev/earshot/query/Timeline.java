package dev.earshot.query;

import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A brand's counts over time, one point per bucket, without gaps.
 *
 * @param range whole buckets; it covers what was asked for
 * @param points ascending; buckets without posts have no counts
 */
public record Timeline(String brandId, Bucket bucket, TimeRange range, List<Point> points) {
    /** The most points that one timeline may hold. */
    public static final int MAX_POINTS = 2_000;

    public Timeline {
        points = List.copyOf(points);
    }

    /** The counts of the posts published from {@code start} on, for one bucket. */
    public record Point(Instant start, WindowCounts counts) {}

    /**
     * The range of a timeline that covers {@code asked}; throws if it would have too many points.
     */
    static TimeRange range(TimeRange asked, Bucket bucket) {
        long steps = Duration.between(asked.from(), asked.to()).dividedBy(bucket.length());
        if (steps > MAX_POINTS) {
            throw new QueryException(
                    "bucket",
                    "bucket "
                            + bucket.key()
                            + " from "
                            + asked.from()
                            + " to "
                            + asked.to()
                            + " would give "
                            + steps
                            + " points, more than "
                            + MAX_POINTS
                            + "; take a longer bucket or a shorter range");
        }
        return asked.covering(bucket.length());
    }

    /** Sorts counts by minute into buckets. */
    static Timeline of(String brandId, Bucket bucket, TimeRange range, List<CountDelta> minutes) {
        Map<Instant, WindowCounts> sums = new HashMap<>();
        for (CountDelta minute : minutes) {
            sums.merge(
                    TimeRange.floor(minute.minute(), bucket.length()),
                    minute.counts(),
                    WindowCounts::plus);
        }
        List<Point> points = new ArrayList<>();
        for (Instant at = range.from(); at.isBefore(range.to()); at = at.plus(bucket.length())) {
            points.add(new Point(at, sums.getOrDefault(at, WindowCounts.NONE)));
        }
        return new Timeline(brandId, bucket, range, points);
    }
}
