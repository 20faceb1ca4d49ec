package dev.earshot.trends.spike;

import dev.earshot.trends.episode.EpisodeState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Sums over consecutive buckets, as of all of them and as of the last raised one. Not thread-safe.
 */
final class Stretch {
    /** Share of the weight that the rate of late gives to the last bucket. */
    private static final double RECENT = 1 / 3.0;

    private static final double[] NOTHING = new double[7];

    /** Running sums: observed, expected, variance of observed. Then the same at the last raise. */
    private final double[] sums = new double[7];

    private long start;
    private long last;
    private long peak;
    private double peakCount;

    /** Takes the next bucket. */
    void add(long second, double count, double expected, double variance, boolean raised) {
        if (sums[1] == 0) {
            start = second;
            peak = second;
            peakCount = count;
        }
        sums[0] += count;
        sums[1] += expected;
        sums[2] += variance * expected * expected;
        sums[6] += RECENT * (count / expected - sums[6]);
        if (count > peakCount) {
            peak = second;
            peakCount = count;
        }
        if (raised) {
            last = second;
            System.arraycopy(sums, 0, sums, 3, 3);
        }
    }

    /** Observed divided by expected, of the last few buckets. */
    double recentRate() {
        return sums[6];
    }

    /** What was observed up to the last raised bucket. */
    double observed() {
        return sums[3];
    }

    boolean isEmpty() {
        return sums[1] == 0;
    }

    void clear() {
        System.arraycopy(NOTHING, 0, sums, 0, sums.length);
    }

    long start() {
        return start;
    }

    /** Begins anew with what another has summed up, if it began at the same time. */
    void restart(Stretch other) {
        if (!other.isEmpty() && other.start == start) {
            copy(other);
        } else {
            clear();
        }
    }

    void copy(Stretch other) {
        System.arraycopy(other.sums, 0, sums, 0, sums.length);
        start = other.start;
        last = other.last;
        peak = other.peak;
        peakCount = other.peakCount;
    }

    Spike spike(EpisodeState state, long bucketSeconds, double evidence, int version) {
        double scatter = sums[5] / (sums[4] * sums[4]);
        return new Spike(
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(peak),
                peakCount,
                state == EpisodeState.RESOLVED
                        ? Optional.of(Instant.ofEpochSecond(last + bucketSeconds))
                        : Optional.empty(),
                state,
                sums[3],
                sums[4],
                1 / Math.max(1, sums[3]) + scatter,
                evidence,
                version);
    }

    void write(DataOutput out) throws IOException {
        for (double sum : sums) {
            out.writeDouble(sum);
        }
        out.writeLong(start);
        out.writeLong(last);
        out.writeLong(peak);
        out.writeDouble(peakCount);
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readDouble();
        }
        start = in.readLong();
        last = in.readLong();
        peak = in.readLong();
        peakCount = in.readDouble();
    }
}
