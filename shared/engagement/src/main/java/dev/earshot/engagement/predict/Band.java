package dev.earshot.engagement.predict;

import java.util.Arrays;

/**
 * Turns predictions into quantiles by the errors of the last predictions, and holds the shares
 * beyond each end to a tenth in the long run whatever the errors' law does: adaptive conformal
 * inference (Gibbs and Candès, 2021, arXiv 2106.00170), for each end by itself. Not thread-safe.
 */
final class Band {
    private static final int WINDOW = 300;
    private static final double SHARE = 0.1;
    private static final double STEP = 0.01;

    /** So many errors there must be before a band means anything. */
    static final int LEAST = 30;

    private double[] errors = new double[0];
    private double below = SHARE;
    private double above = SHARE;

    boolean ready() {
        return errors.length >= LEAST;
    }

    Quantiles around(double prediction) {
        return new Quantiles(
                prediction + Statistics.quantile(errors, below),
                prediction + Statistics.quantile(errors, 0.5),
                prediction + Statistics.quantile(errors, 1 - above));
    }

    /** Learns what became of a prediction. */
    void learn(double prediction, double target) {
        if (ready()) {
            Quantiles said = around(prediction);
            below = adapted(below, target < said.low());
            above = adapted(above, target > said.high());
        }
        int kept = Math.min(errors.length, WINDOW - 1);
        double[] next = Arrays.copyOfRange(errors, errors.length - kept, errors.length + 1);
        next[kept] = target - prediction;
        errors = next;
    }

    private static double adapted(double share, boolean missed) {
        return Math.clamp(share + STEP * (SHARE - (missed ? 1 : 0)), 0.005, 0.4);
    }
}
