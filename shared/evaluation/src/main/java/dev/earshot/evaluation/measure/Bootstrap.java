package dev.earshot.evaluation.measure;

import dev.earshot.core.statistics.Interval;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % percentile intervals by resampling with replacement (Efron, 1979). Seeded, so the same data
 * gives the same interval. Immutable and thread-safe.
 */
public final class Bootstrap {
    private final int rounds;
    private final long seed;

    /**
     * @param rounds number of resamples, at least 20; with 500 the bounds of a percentage are exact
     *     to about 0.1
     */
    public Bootstrap(int rounds, long seed) {
        if (rounds < 20) {
            throw new IllegalArgumentException("rounds must be at least 20, got " + rounds);
        }
        this.rounds = rounds;
        this.seed = seed;
    }

    /** The setting for reports: 500 resamples. */
    public static Bootstrap standard() {
        return new Bootstrap(500, 20_261_122);
    }

    /**
     * The value of a statistic over all observations, with its interval.
     *
     * @param size number of observations, at least 1
     * @param statistic computes the statistic of the observations with the given indices, which may
     *     repeat
     */
    public Estimate estimate(int size, ToDoubleFunction<int[]> statistic) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, got " + size);
        }
        Random dice = new Random(seed);
        double[] values = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            values[round] = statistic.applyAsDouble(dice.ints(size, 0, size).toArray());
        }
        return new Estimate(
                statistic.applyAsDouble(IntStream.range(0, size).toArray()),
                Interval.ofDraws(values));
    }
}
