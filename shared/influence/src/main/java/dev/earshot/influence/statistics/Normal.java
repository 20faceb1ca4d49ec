package dev.earshot.influence.statistics;

/** The standard normal distribution. Stateless. */
public final class Normal {
    /**
     * Half the width, in standard errors, of a two-sided 90 % interval: the level of all intervals
     * of the influencer score, and only of these.
     */
    public static final double Z90 = 1.6448536269514722;

    private static final double LOGISTIC = 1.702;
    private static final int STEPS = 6;

    private Normal() {}

    /** The probability of at most {@code z}, computed with the incomplete gamma function. */
    public static double cumulative(double z) {
        if (z == 0) {
            return .5;
        }
        double tail = new GammaDistribution(.5, 1).cumulative(z * z / 2);
        return z > 0 ? .5 + tail / 2 : .5 - tail / 2;
    }

    /**
     * The quantile of a probability inside (0, 1), by Newton's method from the logistic
     * approximation.
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "probability must be inside (0, 1), got " + probability);
        }
        double z = Math.log(probability / (1 - probability)) / LOGISTIC;
        for (int step = 0; step < STEPS; step++) {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            z -= Math.clamp((cumulative(z) - probability) / density, -1, 1);
        }
        return z;
    }
}
