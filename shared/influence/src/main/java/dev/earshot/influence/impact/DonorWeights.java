package dev.earshot.influence.impact;

import dev.earshot.influence.score.ImpactConstants;

import java.util.Arrays;
import java.util.List;

/** How much each donor counts in a control, fitted on the days before. Stateless. */
final class DonorWeights {
    private DonorWeights() {}

    static double[] fit(double[] own, List<double[]> donors, boolean[] before) {
        double[] target = smooth(own, before);
        double[][] parts = new double[donors.size()][];
        double[] noise = new double[donors.size()];
        for (int j = 0; j < parts.length; j++) {
            parts[j] = smooth(donors.get(j), before);
            double mean =
                    SyntheticControl.sum(donors.get(j), before) / SyntheticControl.count(before);
            noise[j] = 1 / (mean * ImpactConstants.LIFT_SMOOTH_DAYS);
        }
        double[] weights = new double[parts.length];
        Arrays.fill(weights, 1.0 / weights.length);
        for (int round = 0; round < ImpactConstants.LIFT_ROUNDS; round++) {
            step(weights, target, parts, noise);
        }
        return weights;
    }

    private static void step(double[] weights, double[] target, double[][] parts, double[] noise) {
        double[] residual = target.clone();
        for (int j = 0; j < parts.length; j++) {
            for (int t = 0; t < residual.length; t++) {
                residual[t] -= weights[j] * parts[j][t];
            }
        }
        double[] gradient = new double[weights.length];
        double largest = 0;
        for (int j = 0; j < parts.length; j++) {
            double product = 0;
            for (int t = 0; t < residual.length; t++) {
                product += residual[t] * parts[j][t];
            }
            gradient[j] = product / Math.max(1, residual.length) - noise[j] * weights[j];
            largest = Math.max(largest, Math.abs(gradient[j]));
        }
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            weights[j] *=
                    Math.exp(
                            largest > 0
                                    ? ImpactConstants.LIFT_STEP
                                            * gradient[j]
                                            / Math.max(largest, ImpactConstants.LIFT_MIN_GRADIENT)
                                    : 0);
            sum += weights[j];
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= sum;
        }
    }

    /** Weekly sums relative to the mean, on the baseline's days. */
    private static double[] smooth(double[] series, boolean[] before) {
        double mean = SyntheticControl.sum(series, before) / SyntheticControl.count(before);
        double[] smooth = new double[SyntheticControl.count(before)];
        double[] plain = new double[smooth.length];
        int at = 0;
        for (int d = 0; d < series.length; d++) {
            if (before[d]) {
                plain[at++] = mean > 0 ? series[d] / mean : 1;
            }
        }
        double window = 0;
        for (int t = 0; t < plain.length; t++) {
            window += plain[t];
            window -=
                    t >= ImpactConstants.LIFT_SMOOTH_DAYS
                            ? plain[t - ImpactConstants.LIFT_SMOOTH_DAYS]
                            : 0;
            smooth[t] = window / Math.min(t + 1, ImpactConstants.LIFT_SMOOTH_DAYS);
        }
        return smooth;
    }
}
