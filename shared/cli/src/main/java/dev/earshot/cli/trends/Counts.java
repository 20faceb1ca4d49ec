package dev.earshot.cli.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts in buckets of equal length, without holes: a bucket of which nothing is known is there and
 * empty.
 *
 * @param start beginning of the first bucket
 * @param values one for each bucket, in order
 */
record Counts(Instant start, Duration bucket, List<OptionalDouble> values) {
    /** More buckets than this are refused: 19 years of five minutes. */
    static final int MAX_BUCKETS = 2_000_000;

    Counts {
        values = List.copyOf(values);
    }

    /** Beginning of that bucket. */
    Instant time(int index) {
        return start.plus(bucket.multipliedBy(index));
    }

    /**
     * Counts from values at times.
     *
     * @param samples by time; several of one bucket are added
     * @param bucket empty to take the usual distance of two samples
     * @param otherwise what a bucket without a sample holds: empty where that means no data
     * @param origin to which buckets are aligned; empty for the first sample
     * @throws IllegalArgumentException if there are more than {@value #MAX_BUCKETS} buckets
     */
    static Counts of(
            NavigableMap<Instant, Double> samples,
            Optional<Duration> bucket,
            OptionalDouble otherwise,
            Optional<Instant> origin) {
        Duration usual = spacing(samples);
        Duration length = bucket.orElse(usual);
        long seconds = length.toSeconds();
        Instant first = samples.firstKey();
        long zero =
                origin.map(
                                at ->
                                        Math.floorDiv(
                                                                first.getEpochSecond()
                                                                        - at.getEpochSecond(),
                                                                seconds)
                                                        * seconds
                                                + at.getEpochSecond())
                        .orElse(first.getEpochSecond());
        // Samples of one a bucket may come a little early or late.
        long slack = origin.isEmpty() && length.equals(usual) ? seconds / 2 : 0;
        long last = index(samples.lastKey(), zero, slack, seconds);
        if (last >= MAX_BUCKETS) {
            throw new IllegalArgumentException(
                    "there are "
                            + (last + 1)
                            + " buckets from "
                            + first
                            + " to "
                            + samples.lastKey()
                            + ", more than "
                            + MAX_BUCKETS
                            + "; a time is wrong or --bucket is too short");
        }
        List<OptionalDouble> values = new ArrayList<>();
        for (var sample : samples.entrySet()) {
            long at = index(sample.getKey(), zero, slack, seconds);
            while (values.size() <= at) {
                values.add(otherwise);
            }
            double before = values.get((int) at).orElse(0);
            values.set((int) at, OptionalDouble.of(before + sample.getValue()));
        }
        return new Counts(Instant.ofEpochSecond(zero), length, values);
    }

    private static long index(Instant at, long zero, long slack, long seconds) {
        return Math.floorDiv(at.getEpochSecond() - zero + slack, seconds);
    }

    /** The median distance of two samples, in whole minutes, a minute to a day. */
    private static Duration spacing(NavigableMap<Instant, Double> samples) {
        List<Duration> distances = new ArrayList<>();
        Instant before = null;
        for (Instant at : samples.keySet()) {
            if (before != null) {
                distances.add(Duration.between(before, at));
            }
            before = at;
        }
        if (distances.isEmpty()) {
            return Duration.ofMinutes(5);
        }
        distances.sort(null);
        long minutes = Math.round(distances.get(distances.size() / 2).toSeconds() / 60.0);
        return Duration.ofMinutes(Math.max(1, Math.min(24 * 60, minutes)));
    }
}
