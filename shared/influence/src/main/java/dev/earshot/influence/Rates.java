package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.GammaDistribution;
import dev.earshot.influence.statistics.Robust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The response rates, by size, of one platform's authors whose exposure is counted the same way:
 * each author's prior comes from the authors nearest in size. Immutable.
 *
 * <p>Size is log10 of followers, or of views per post if exposure is counted in views. In the
 * latter case followers must not select the peers: larger accounts get lower rates, so bought
 * followers would buy easier peers. Peers' rates are adjusted to the author's size along the
 * platform's slope, the median of pairwise slopes, limited to [-1, 0] so that when bought followers
 * lower a rate per follower, it falls at least as fast as the peers' rates.
 *
 * <p>Counts are clustered within posts, so a count's variance is {@code inflation} times its mean
 * (quasi-Poisson, Wedderburn 1974). The gamma prior is fitted by moments, with weights that account
 * for each peer's noise (DerSimonian and Laird 1986). Followers of peers that look bought are
 * excluded.
 */
public final class Rates {

    private final List<Peer> peers;
    private final double slope;
    private final double dispersion;
    private final double likesPerResponse;
    private final double likesPerResponseHigh;
    private final double independentLow;

    /** The inputs of one author's likelihood. */
    record Peer(
            String pseudonym,
            double size,
            double events,
            double exposure,
            double poissonPart,
            double clusterPart,
            double posts) {
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
                        : Math.exp(Robust.quantile(ratios, Constants.RATE_LIKES_CAP_QUANTILE));
        likesPerResponseHigh =
                ratios.length == 0
                        ? 0
                        : Math.exp(Robust.quantile(ratios, Constants.RATE_LIKES_MISSING_QUANTILE));
        double[] independent = values(pool, Measure.INDEPENDENT);
        independentLow =
                independent.length == 0
                        ? 1
                        : Robust.quantile(independent, Constants.RATE_INDEPENDENT_MISSING_QUANTILE);
        double[] dispersions = values(pool, Measure.DISPERSION);
        dispersion =
                dispersions.length < Constants.RATE_FEW
                        ? Constants.RATE_DISPERSION_UNKNOWN
                        : Math.max(Constants.RATE_MIN_DISPERSION, trimmedMean(dispersions));
        var fitted = new ArrayList<Peer>();
        for (AuthorSummary author : pool) {
            if (author.measure(Measure.EXPOSURE, 0) > 0) {
                fitted.add(withoutBought(peer(author), author));
            }
        }
        fitted.sort(Comparator.comparingDouble(Peer::size).thenComparing(Peer::pseudonym));
        peers = List.copyOf(fitted);
        slope = slope(peers);
    }

    /**
     * A peer without the followers that look bought, which would make every honest author of
     * similar size look better. The author's own rate includes them.
     */
    private static Peer withoutBought(Peer peer, AuthorSummary author) {
        double honest = 1 - author.measure(Measure.UNEXPLAINED_FOLLOWERS, 0);
        if (author.measure(Measure.BY_VIEWS, 0) > 0 || honest >= 1) {
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
                peer.posts());
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

    /** An author's weighted events and exposure; the exposure must be known. */
    Peer peer(AuthorSummary author) {
        double exposure = author.measure(Measure.EXPOSURE, 0);
        double squaredWeight = author.measure(Measure.EXPOSURE_SQUARED_WEIGHT, exposure);
        double squared = author.measure(Measure.EXPOSURE_SQUARED, 0);
        double posts = author.measure(Measure.POSTS, 1);
        double own = author.measure(Measure.DISPERSION, dispersion);
        double clustering =
                (posts * own + Constants.RATE_DISPERSION_POSTS * dispersion)
                        / (posts + Constants.RATE_DISPERSION_POSTS);
        return new Peer(
                author.author().pseudonym(),
                author.measure(Measure.SIZE, 0),
                events(author),
                exposure,
                Constants.RATE_MEAN_COST * squaredWeight / exposure,
                clustering * squared / exposure,
                posts);
    }

    /**
     * Responses weighted by their cost, without pods and copies and reduced to the independent
     * people behind them, plus likes up to the ratio of likes to responses that nearly all peers
     * reach: likes beyond that say more about bought likes than about the author.
     */
    private double events(AuthorSummary author) {
        double likes = author.measure(Measure.LIKES, 0);
        OptionalDouble known = author.measure(Measure.RESPONSES);
        if (known.isEmpty()) {
            return likesPerResponseHigh > 0
                    ? likes / likesPerResponseHigh * (Constants.RATE_MEAN_COST + likesPerResponse)
                    : likes;
        }
        double kept = 1 - author.measure(Measure.REMOVED, 0);
        double independent = author.measure(Measure.INDEPENDENT, independentLow);
        double responses = known.getAsDouble() * kept * independent;
        double costly = author.measure(Measure.COSTLY, 0) * kept * independent;
        return costly + Math.min(likes * independent, likesPerResponse * responses);
    }

    int size() {
        return peers.size();
    }

    /** The distribution of the peers' rates at a size, without the author's own. */
    Prior prior(double size, String pseudonym) {
        List<Peer> nearest = nearest(size, pseudonym);
        if (nearest.isEmpty()) {
            return new Prior(
                    new GammaDistribution(
                            Constants.RATE_NO_PEERS_SHAPE,
                            Constants.RATE_NO_PEERS_SHAPE / Constants.RATE_NO_PEERS_MEAN),
                    0);
        }
        double[] rates = new double[nearest.size()];
        for (int i = 0; i < rates.length; i++) {
            Peer peer = nearest.get(i);
            rates[i] = peer.rate() * Math.pow(10, slope * (size - peer.size()));
        }
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
        return new Prior(GammaDistribution.ofMoments(mean, variance), rates.length);
    }

    private List<Peer> nearest(double size, String pseudonym) {
        int high = 0;
        while (high < peers.size() && peers.get(high).size() < size) {
            high++;
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

    /** The posterior of an author's rate; without exposure it is the prior. */
    Posterior posterior(AuthorSummary author) {
        Prior prior = prior(author.measure(Measure.SIZE, 0), author.author().pseudonym());
        if (!(author.measure(Measure.EXPOSURE, 0) > 0)) {
            return new Posterior(prior.rate(), prior.rate(), prior.peers());
        }
        Peer own = peer(author);
        GammaDistribution posterior = prior.rate();
        for (int round = 0; round < Constants.RATE_ITERATIONS; round++) {
            posterior =
                    prior.rate()
                            .after(own.events(), own.exposure(), own.inflation(posterior.mean()));
        }
        return new Posterior(posterior, prior.rate(), prior.peers());
    }
}
