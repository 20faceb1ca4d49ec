package dev.earshot.influence;

import dev.earshot.influence.statistics.GammaDistribution;

/**
 * An author's response rate, raw and shrunk towards that of the peers.
 *
 * @param raw weighted responses divided by exposure
 * @param shrunk the posterior mean
 * @param posterior the posterior distribution of the rate
 * @param exposure the exposure that {@code raw} is based on
 * @param inflation ratio of variance to mean of the count in {@code raw}
 */
public record RateEstimate(
        double raw, double shrunk, GammaDistribution posterior, double exposure, double inflation) {
    /**
     * A quantile of the predicted rate of another sample of the same author: a gamma distribution
     * whose variance combines the posterior's spread and the other sample's noise.
     *
     * @param p the probability of a lower rate
     */
    public double predicted(double p, double otherExposure, double otherInflation) {
        double variance =
                posterior.shape() / (posterior.rate() * posterior.rate())
                        + shrunk * otherInflation / otherExposure;
        return GammaDistribution.ofMoments(shrunk, variance).quantile(p);
    }
}
