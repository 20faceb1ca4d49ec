package dev.earshot.trends.spike;

import dev.earshot.core.statistics.Interval;
import dev.earshot.trends.episode.EpisodeState;

import java.time.Instant;
import java.util.Optional;

/**
 * An episode of one series, without its place in a workspace.
 *
 * @param start beginning of its first bucket
 * @param peak beginning of its largest bucket
 * @param peakCount posts in that
 * @param end end of its last raised bucket; empty while it goes on
 * @param observed posts from the first to the last raised bucket
 * @param expected how many of them were expected
 * @param relativeVariance variance of the logarithm of observed divided by expected
 * @param evidence the largest e-value, at most 1e300
 * @param version 1 when it began, one more with each change
 */
public record Spike(
        Instant start,
        Instant peak,
        double peakCount,
        Optional<Instant> end,
        EpisodeState state,
        double observed,
        double expected,
        double relativeVariance,
        double evidence,
        int version) {
    private static final double Z = 1.959963984540054;

    /** Observed divided by expected. */
    public double ratio() {
        return observed / expected;
    }

    /** The 95 % interval of the ratio. */
    public Interval interval() {
        double factor = Math.exp(Z * Math.sqrt(relativeVariance));
        return new Interval(ratio() / factor, ratio() * factor);
    }
}
