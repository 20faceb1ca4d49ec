package dev.earshot.influence;

import dev.earshot.influence.statistics.GammaDistribution;

/**
 * An author's response rate, raw and shrunk towards that of the peers.
 *
 * @param raw responses that count, divided by exposure
 * @param shrunk the posterior mean
 * @param posterior the posterior distribution of the rate
 * @param peers the distribution of the rates of creators of similar size
 * @param peerCount how many these are
 * @param exposure the exposure that {@code raw} is based on
 * @param posts the sum of the posts' weights
 * @param inflation ratio of variance to mean of the count in {@code raw}
 * @param widening factor on the standard error of a prediction, found on the peers' own halves
 */
public record RateEstimate(
        double raw,
        double shrunk,
        GammaDistribution posterior,
        GammaDistribution peers,
        int peerCount,
        double exposure,
        double posts,
        double inflation,
        double widening) {
    /**
     * A quantile of the predicted rate of another sample of the same author: a gamma distribution
     * whose variance combines the posterior's spread and the other sample's noise.
     *
     * @param p the probability of a lower rate
     */
    public double predicted(double p, double otherExposure, double otherInflation) {
        double variance =
                widening
                        * widening
                        * (posterior.shape() / (posterior.rate() * posterior.rate())
                                + shrunk * otherInflation / otherExposure);
        return GammaDistribution.ofMoments(shrunk, variance).quantile(p);
    }

    /** A quantile of the predicted rate of as many posts again. */
    public double predicted(double p) {
        return predicted(p, exposure, inflation);
    }
}
