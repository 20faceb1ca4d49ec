package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.Random;

/**
 * The expected calibration error that a classifier shows by chance even if all its probabilities
 * are exactly right. It is a sum of absolute values, so random deviations never cancel out: the
 * fewer the items, the larger it is.
 *
 * @param mean mean over the simulations, in [0, 1]; NaN if it does not apply
 * @param quantile95 95th percentile of the simulations; NaN if it does not apply
 */
public record ChanceError(double mean, double quantile95) {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_123;
    private static final double QUANTILE = 0.95;

    /** The value for a measure without a calibration error. */
    public static ChanceError none() {
        return new ChanceError(Double.NaN, Double.NaN);
    }

    /**
     * Simulates 1,000 times which answers are right, each with its own probability. Seeded, so the
     * same probabilities give the same result.
     *
     * @param confidence the probability of each answer, at least one
     */
    public static ChanceError of(double[] confidence) {
        if (confidence.length == 0) {
            throw new IllegalArgumentException("confidence must hold at least one probability");
        }
        Random dice = new Random(SEED);
        double[] errors = new double[DRAWS];
        boolean[] correct = new boolean[confidence.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < correct.length; i++) {
                correct[i] = dice.nextDouble() < confidence[i];
            }
            errors[draw] = Verdicts.calibrationError(confidence, correct);
        }
        Arrays.sort(errors);
        return new ChanceError(
                Arrays.stream(errors).average().orElse(Double.NaN),
                errors[(int) Math.round(QUANTILE * (DRAWS - 1))]);
    }
}
