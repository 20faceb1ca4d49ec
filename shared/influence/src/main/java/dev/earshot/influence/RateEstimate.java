package dev.earshot.influence;

import dev.earshot.influence.statistics.GammaDistribution;

/**
 * An author's response rate, raw and shrunk towards the peers'.
 *
 * @param raw weighed responses over exposure, as counted
 * @param shrunk the posterior mean
 * @param posterior what is believed of the rate
 * @param exposure the exposure that {@code raw} rests on
 * @param inflation variance over mean of the count behind {@code raw}
 */
public record RateEstimate(
        double raw, double shrunk, GammaDistribution posterior, double exposure, double inflation) {
    /**
     * The end of an interval for the rate that another sample of the same author will have: the
     * posterior's spread and the other sample's own noise, as a gamma distribution of that mean and
     * variance.
     *
     * @param p the probability of less
     */
    public double predicted(double p, double otherExposure, double otherInflation) {
        double variance =
                posterior.shape() / (posterior.rate() * posterior.rate())
                        + shrunk * otherInflation / otherExposure;
        return GammaDistribution.ofMoments(shrunk, variance).quantile(p);
    }
}
