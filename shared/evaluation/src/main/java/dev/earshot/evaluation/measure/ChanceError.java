package dev.earshot.evaluation.measure;

import java.util.Arrays;
import java.util.Random;

/**
 * The expected calibration error that classifiers show by chance although every probability of
 * theirs is exactly right. The error is a sum of magnitudes, so chance never cancels out: the fewer
 * the items, the larger it is.
 *
 * @param mean over the simulations, in [0, 1]; NaN where it has no meaning
 * @param quantile95 what 95 % of the simulations stay below; NaN likewise
 */
public record ChanceError(double mean, double quantile95) {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_123;
    private static final double QUANTILE = 0.95;

    /** Of what has no calibration error. */
    public static ChanceError none() {
        return new ChanceError(Double.NaN, Double.NaN);
    }

    /**
     * Draws 1,000 times whether each answer is right, as often as it is sure. Seeded: the same
     * probabilities give the same result.
     *
     * @param sureness the probability of each answer, at least one
     */
    public static ChanceError of(double[] sureness) {
        if (sureness.length == 0) {
            throw new IllegalArgumentException("sureness must hold at least one probability");
        }
        Random dice = new Random(SEED);
        double[] errors = new double[DRAWS];
        boolean[] right = new boolean[sureness.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < right.length; i++) {
                right[i] = dice.nextDouble() < sureness[i];
            }
            errors[draw] = Verdicts.calibrationError(sureness, right);
        }
        Arrays.sort(errors);
        return new ChanceError(
                Arrays.stream(errors).average().orElse(Double.NaN),
                errors[(int) Math.round(QUANTILE * (DRAWS - 1))]);
    }
}
