package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by resampling with replacement (Efron, 1979). Seeded, so that the same data
 * gives the same interval. Immutable and thread-safe.
 */
public final class Bootstrap {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final int rounds;
    private final long seed;

    /**
     * @param rounds resamples; 500 put the bounds of a percentage within about a tenth
     */
    public Bootstrap(int rounds, long seed) {
        if (rounds < 20) {
            throw new IllegalArgumentException("rounds must be at least 20, got " + rounds);
        }
        this.rounds = rounds;
        this.seed = seed;
    }

    /** What the reports use: 500 resamples. */
    public static Bootstrap standard() {
        return new Bootstrap(500, 20_261_122);
    }

    /**
     * The 90 % interval of a statistic.
     *
     * @param size how many observations there are
     * @param statistic of the observations whose indices it is given, repeats included
     */
    public Interval interval90(int size, ToDoubleFunction<int[]> statistic) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, got " + size);
        }
        Random dice = new Random(seed);
        double[] values = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            int[] chosen = dice.ints(size, 0, size).toArray();
            values[round] = statistic.applyAsDouble(chosen);
        }
        Arrays.sort(values);
        return new Interval(at(values, LOW), at(values, HIGH));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
