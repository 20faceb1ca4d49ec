package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.GammaDistribution;
import dev.earshot.influence.statistics.Normal;
import dev.earshot.influence.statistics.Robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The response rates, by size, of one platform's creators: each author's prior comes from the
 * creators nearest in size. Immutable.
 *
 * <p>All rates of a platform are responses per unit of one {@link Exposure}, so that no author can
 * choose a pool by what it shows. Where an author's is unknown, it is taken from what is known, at
 * its disadvantageous bound. Peers' rates are adjusted to the author's size along the platform's
 * slope, the median of pairwise slopes, limited to [-1, 0] so that when bought followers lower a
 * rate per follower, it falls at least as fast as the peers' rates.
 *
 * <p>Counts are clustered within posts, so a count's variance is {@code inflation} times its mean
 * (quasi-Poisson, Wedderburn 1974). The gamma prior is fitted by moments, with weights that account
 * for each peer's noise (DerSimonian and Laird 1986). Followers of peers that look bought are
 * excluded. How far the peers' later halves lie from their earlier ones says how much wider than
 * that the interval of a prediction must be.
 */
public final class Rates {

    private final List<Peer> peers;
    private final Exposure.Scale exposures;
    private final double slope;
    private final double dispersion;
    private final double likesPerResponse;
    private final double widening;

    /** The inputs of one author's likelihood. */
    record Peer(
            String pseudonym,
            double size,
            double events,
            double exposure,
            double poissonPart,
            double clusterPart,
            double weight) {
        double rate() {
            return events / exposure;
        }

        /** Ratio of variance to mean of the events, at a given rate. */
        double inflation(double rate) {
            return Math.max(1, poissonPart + rate * clusterPart);
        }
    }

    /** The prior for an author's size. */
    record Prior(GammaDistribution rate, int peers) {}

    /** The posterior of an author's rate, and the peers' distribution to compare it with. */
    record Posterior(GammaDistribution rate, GammaDistribution peers, int peerCount) {
        double percentile(double rate) {
            return peers.cumulative(rate);
        }
    }

    Rates(List<AuthorSummary> pool) {
        double[] ratios = values(pool, Measure.LIKE_RATIO);
        likesPerResponse =
                ratios.length == 0
                        ? 0
                        : Math.exp(Robust.quantile(ratios, Constants.RATE_LIKES_MISSING_QUANTILE));
        double[] dispersions = values(pool, Measure.DISPERSION);
        dispersion =
                dispersions.length < Constants.RATE_FEW
                        ? Constants.RATE_DISPERSION_UNKNOWN
                        : Math.max(Constants.RATE_MIN_DISPERSION, trimmedMean(dispersions));
        exposures = Exposure.scale(pool);
        widening = widening(pool);
        var fitted = new ArrayList<Peer>();
        for (AuthorSummary author : pool) {
            if (isMeasured(author)) {
                fitted.add(withoutBought(peer(author), author));
            }
        }
        fitted.sort(Comparator.comparingDouble(Peer::size).thenComparing(Peer::pseudonym));
        peers = List.copyOf(fitted);
        slope = exposures.unit() == Exposure.FOLLOWERS ? slope(peers) : 0;
    }

    /** How many times further apart peers' halves are than their noise explains. */
    private double widening(List<AuthorSummary> pool) {
        double[] distances =
                pool.stream()
                        .filter(a -> a.measure(Measure.DRIFT).isPresent())
                        .mapToDouble(
                                a ->
                                        Math.abs(a.measure(Measure.DRIFT, 0))
                                                / Math.sqrt(
                                                        a.measure(Measure.DRIFT_NOISE, 0)
                                                                + clustering(a)
                                                                        * a.measure(
                                                                                Measure.DRIFT_PARTS,
                                                                                1)))
                        .toArray();
        return distances.length < Constants.RATE_FEW_HALVES
                ? Constants.RATE_WIDENING_UNKNOWN
                : Math.clamp(
                        Robust.quantile(distances, Constants.RATE_WIDENING_QUANTILE) / Normal.Z90,
                        Constants.RATE_MIN_WIDENING,
                        Constants.RATE_MAX_WIDENING);
    }

    /** Squared coefficient of variation between posts, the author's own mixed with the pool's. */
    private double clustering(AuthorSummary author) {
        double posts = author.measure(Measure.POSTS, 1);
        double own = author.measure(Measure.DISPERSION, dispersion);
        return (posts * own + Constants.RATE_DISPERSION_POSTS * dispersion)
                / (posts + Constants.RATE_DISPERSION_POSTS);
    }

    /** Whether anything is known of how an author's posts are received. */
    static boolean isMeasured(AuthorSummary author) {
        return author.measure(Measure.WEIGHT, 0) > 0;
    }

    /**
     * A peer without the followers that look bought, which would make every honest author of
     * similar size look better. The author's own rate includes them.
     */
    private Peer withoutBought(Peer peer, AuthorSummary author) {
        double honest =
                1
                        - author.measure(Measure.UNEXPLAINED_FOLLOWERS, 0)
                                * author.measure(Measure.BOUGHT_PROBABILITY, 1);
        if (exposures.unit() != Exposure.FOLLOWERS || honest >= 1) {
            return peer;
        }
        double kept = Math.max(Constants.RATE_MIN_HONEST, honest);
        return new Peer(
                peer.pseudonym(),
                peer.size() + Math.log10(kept),
                peer.events(),
                peer.exposure() * kept,
                peer.poissonPart(),
                peer.clusterPart() * kept,
                peer.weight());
    }

    private static double trimmedMean(double[] values) {
        double high = Robust.quantile(values, Constants.RATE_DISPERSION_OUTLIER_QUANTILE);
        double sum = 0;
        for (double value : values) {
            sum += Math.min(value, high);
        }
        return sum / values.length;
    }

    private static double[] values(List<AuthorSummary> pool, Measure measure) {
        return pool.stream()
                .map(author -> author.measure(measure))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    private static double slope(List<Peer> peers) {
        double[] sizes = peers.stream().mapToDouble(Peer::size).toArray();
        double[] logs =
                peers.stream()
                        .mapToDouble(
                                p ->
                                        Math.log10(
                                                (p.events() + Constants.RATE_HALF_EVENT)
                                                        / p.exposure()))
                        .toArray();
        return peers.size() < 2 * Constants.RATE_FEW
                ? 0
                : Math.clamp(
                        Robust.slope(sizes, logs),
                        Constants.RATE_MIN_SLOPE,
                        Constants.RATE_MAX_SLOPE);
    }

    /** An author's events and exposure; something must be measured. */
    Peer peer(AuthorSummary author) {
        double weight = author.measure(Measure.WEIGHT, 0);
        double exposure = exposures.of(author);
        double posts = author.measure(Measure.POSTS, 1);
        double effective = author.measure(Measure.EFFECTIVE_POSTS, posts);
        double clustering = clustering(author);
        return new Peer(
                author.author().pseudonym(),
                Math.log10(1 + exposure / weight),
                events(author),
                exposure,
                weight / effective,
                clustering * exposure / effective,
                weight);
    }

    /**
     * Responses by distinct people. Likes do not count beside them: at equal responses a bought
     * like is the same event as an earned one. Where responses are unknown they are inferred from
     * the likes at the disadvantageous end of the peers' ratios.
     */
    private double events(AuthorSummary author) {
        OptionalDouble responses = author.measure(Measure.RESPONSES);
        double likes = author.measure(Measure.LIKES, 0);
        return responses.orElse(likesPerResponse > 0 ? likes / likesPerResponse : likes);
    }

    int size() {
        return peers.size();
    }

    /** What exposure is counted in. */
    Exposure unit() {
        return exposures.unit();
    }

    /** Factor on the standard error of a prediction, found on the peers. */
    double widening() {
        return widening;
    }

    /** ln of the mean number of responses to a post, for each creator. */
    double[] logReach() {
        return peers.stream()
                .mapToDouble(p -> Math.log((p.events() + Constants.RATE_HALF_EVENT) / p.weight()))
                .toArray();
    }

    /** The distribution of the peers' rates at a size, without the author's own. */
    Prior prior(double size, String pseudonym) {
        List<Peer> nearest = nearest(size, pseudonym);
        if (nearest.isEmpty()) {
            double mean =
                    exposures.unit() == Exposure.POSTS
                            ? Constants.RATE_NO_PEERS_PER_POST
                            : Constants.RATE_NO_PEERS_MEAN;
            return new Prior(
                    new GammaDistribution(
                            Constants.RATE_NO_PEERS_SHAPE, Constants.RATE_NO_PEERS_SHAPE / mean),
                    0);
        }
        double[] rates = new double[nearest.size()];
        for (int i = 0; i < rates.length; i++) {
            Peer peer = nearest.get(i);
            rates[i] = peer.rate() * Math.pow(10, slope * (size - peer.size()));
        }
        return new Prior(moments(nearest, rates), rates.length);
    }

    private static GammaDistribution moments(List<Peer> nearest, double[] rates) {
        double high = Robust.quantile(rates, Constants.RATE_OUTLIER_QUANTILE);
        double mean = Robust.median(rates);
        mean = mean > 0 ? mean : Math.max(Constants.RATE_MIN_START, high / 2);
        double variance = mean * mean / Constants.RATE_START_VARIANCE;
        for (int round = 0; round < Constants.RATE_ITERATIONS; round++) {
            double weights = 0;
            double sum = 0;
            double squares = 0;
            double noise = 0;
            double[] weight = new double[rates.length];
            for (int i = 0; i < rates.length; i++) {
                Peer peer = nearest.get(i);
                double own = mean * peer.inflation(mean) / peer.exposure();
                weight[i] = 1 / (variance + own);
                weights += weight[i];
                sum += weight[i] * Math.min(rates[i], high);
                noise += weight[i] * own;
            }
            mean = Math.max(Constants.RATE_MIN_MEAN, sum / weights);
            for (int i = 0; i < rates.length; i++) {
                double distance = Math.min(rates[i], high) - mean;
                squares += weight[i] * distance * distance;
            }
            double least = Constants.RATE_MIN_SPREAD * mean;
            variance =
                    Math.max(
                            least * least,
                            squares / weights * rates.length / Math.max(1, rates.length - 1)
                                    - noise / weights);
        }
        return GammaDistribution.ofMoments(mean, variance);
    }

    private List<Peer> nearest(double size, String pseudonym) {
        int high = 0;
        int end = peers.size();
        while (high < end) {
            int middle = (high + end) >>> 1;
            if (peers.get(middle).size() < size) {
                high = middle + 1;
            } else {
                end = middle;
            }
        }
        int low = high - 1;
        var nearest = new ArrayList<Peer>();
        while (nearest.size() < Constants.RATE_NEAREST && (low >= 0 || high < peers.size())) {
            boolean takeLow =
                    high >= peers.size()
                            || (low >= 0
                                    && size - peers.get(low).size()
                                            <= peers.get(high).size() - size);
            Peer next = takeLow ? peers.get(low--) : peers.get(high++);
            if (!next.pseudonym().equals(pseudonym)) {
                nearest.add(next);
            }
        }
        return nearest;
    }

    /** The posterior of an author's rate; of one that is not measured it is the prior. */
    Posterior posterior(AuthorSummary author) {
        if (!isMeasured(author)) {
            Prior prior = prior(author.measure(Measure.FOLLOWERS, 0), author.author().pseudonym());
            return new Posterior(prior.rate(), prior.rate(), prior.peers());
        }
        Peer own = peer(author);
        Prior prior = prior(own.size(), own.pseudonym());
        GammaDistribution posterior = prior.rate();
        for (int round = 0; round < Constants.RATE_ITERATIONS; round++) {
            posterior =
                    prior.rate()
                            .after(own.events(), own.exposure(), own.inflation(posterior.mean()));
        }
        return new Posterior(posterior, prior.rate(), prior.peers());
    }
}
