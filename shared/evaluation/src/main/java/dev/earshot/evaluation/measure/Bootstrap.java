package dev.earshot.evaluation.measure;

import dev.earshot.core.statistics.Interval;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % percentile intervals by resampling with replacement (Efron, 1979). Seeded, so that the same
 * data gives the same interval. Immutable and thread-safe.
 */
public final class Bootstrap {
    private final int rounds;
    private final long seed;

    /**
     * @param rounds resamples, 20 or more; 500 put the bounds of a percentage within about a tenth
     */
    public Bootstrap(int rounds, long seed) {
        if (rounds < 20) {
            throw new IllegalArgumentException("rounds must be at least 20, got " + rounds);
        }
        this.rounds = rounds;
        this.seed = seed;
    }

    /** The one that reports use: 500 resamples. */
    public static Bootstrap standard() {
        return new Bootstrap(500, 20_261_122);
    }

    /**
     * A statistic over all observations, with its interval.
     *
     * @param size how many observations there are, at least 1
     * @param statistic of the observations whose indices it is given, repeats included
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
