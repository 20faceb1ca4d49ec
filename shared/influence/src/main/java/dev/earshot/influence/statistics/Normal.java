package dev.earshot.influence.statistics;

/** The standard normal distribution. Stateless. */
public final class Normal {
    /**
     * Half the width, in standard errors, of a two-sided 90 % interval: the level of all intervals
     * of the influencer score, and only of these.
     */
    public static final double Z90 = 1.6448536269514722;

    private Normal() {}

    /** The probability of at most {@code z}, computed with the incomplete gamma function. */
    public static double cumulative(double z) {
        if (z == 0) {
            return .5;
        }
        double tail = new GammaDistribution(.5, 1).cumulative(z * z / 2);
        return z > 0 ? .5 + tail / 2 : .5 - tail / 2;
    }
}
