package dev.earshot.trends.series;

import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.BucketState;
import dev.earshot.trends.spike.Series;
import dev.earshot.trends.spike.Spike;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One series of a brand between two buckets.
 *
 * @param key which platform, language and so on; empty for kinds that have one series a brand
 * @param memory the detector's, as {@link dev.earshot.trends.spike.Series#encoded} gives it, in
 *     Base64
 * @param until end of the last bucket that was judged
 * @param count posts in that; for a share, those with the property
 * @param days of data that it has seen
 * @param unhanded since when changes of episodes are kept, but perhaps not handed on
 * @param version 1 for the first, one more with each write
 */
public record SeriesState(
        TrendKind kind,
        String key,
        String memory,
        Instant until,
        double count,
        double expected,
        double evidence,
        BucketState state,
        double days,
        Optional<Instant> unhanded,
        long version) {
    /** Before this many days nothing can be called unusual with confidence. */
    public static final double JUDGED_DAYS = 1;

    /** The detector's memory as bytes. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(memory);
    }

    /** The next version, in which everything was handed on. */
    public SeriesState handed() {
        return new SeriesState(
                kind,
                key,
                memory,
                until,
                count,
                expected,
                evidence,
                state,
                days,
                Optional.empty(),
                version + 1);
    }

    /**
     * The next version, in which an episode has begun before its bucket was over.
     *
     * @param series as it is from then on
     * @param at when it began
     */
    public SeriesState begun(Series series, Spike spike, Instant at) {
        return new SeriesState(
                kind,
                key,
                Base64.getEncoder().encodeToString(series.encoded()),
                until,
                count,
                expected,
                spike.evidence(),
                BucketState.OPEN,
                days,
                Optional.of(at),
                version + 1);
    }

    /** Name of the series within its brand. */
    public String name() {
        return kind.key() + "#" + key;
    }
}
