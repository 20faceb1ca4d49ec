package dev.earshot.trends.spike;

/**
 * Likelihood ratios of negative binomial laws of one shape, raised against not raised. Stateless.
 */
public final class CountRatios {
    private CountRatios() {}

    /**
     * Their logarithms, one for each size of a rise.
     *
     * @param count observed, 0 or more
     * @param expected where nothing rises, more than 0
     * @param dispersion by which the variance exceeds a Poisson law's, {@code dispersion *
     *     expected^2}; more than 0
     * @param rises the sizes, each more than 1
     */
    public static double[] of(double count, double expected, double dispersion, double... rises) {
        double shape = 1 / dispersion;
        double[] logs = new double[rises.length];
        for (int i = 0; i < logs.length; i++) {
            double change = (shape + expected) / (shape + rises[i] * expected);
            logs[i] = count * Math.log(rises[i] * change) + shape * Math.log(change);
        }
        return logs;
    }
}
