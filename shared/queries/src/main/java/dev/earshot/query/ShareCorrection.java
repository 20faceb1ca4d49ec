package dev.earshot.query;

import dev.earshot.core.statistics.Interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Corrects class shares for the known confusion of a classifier. A classifier that calls one in
 * five neutral posts negative invents negatives where most posts are neutral; label counts inherit
 * that error, which grows as the mix departs from the one it was tested on.
 *
 * <p>The shares are those under which the counts are most likely, given the rate at which each true
 * class gets each label: found by expectation maximisation (Saerens, Latinne and Decaestecker,
 * "Adjusting the outputs of a classifier to new a priori probabilities", Neural Computation 14,
 * 2002, here for labels alone), which keeps every share in [0, 1] and their sum at 1. The intervals
 * come from {@value #DRAWS} draws of both uncertain quantities, from Dirichlet distributions: the
 * label counts, and the rates. Rates differ between sources of posts by far more than their count
 * explains: of political tweets 65 % of the negative ones are called so, of the tweets of the
 * development set 78 %. So rates are known no better than {@value #DRIFT} posts of a class would
 * tell, however many were counted.
 *
 * <p>That number was chosen between training sources, with the confusion of one on the posts of
 * another, at 10, 30 and 60 % negative: from tweets to app reviews 98 % of the shares lie in their
 * intervals (70 % before). To sentences of film reviews it is 46 % (30 %), where nothing helps:
 * four in five of their neutral ones are called something else.
 *
 * <p>Counts must be of the most probable label of every text that was read, sure or not: the
 * confusion was measured that way. Draws are seeded by the input, so equal counts get equal
 * answers. Stateless.
 */
public final class ShareCorrection {
    private static final int DRAWS = 400;
    private static final double PRIOR = 0.5;

    /** Posts of a class that say as much as the differences between sources leave certain. */
    private static final double DRIFT = 20;

    private static final int MAX_STEPS = 1_000;
    private static final double STILL = 1e-9;

    /** Maximisation nears 0 and 1 without reaching them; this close, they are in the interval. */
    private static final double EDGE = 0.005;

    private ShareCorrection() {}

    /**
     * Labels counted among texts that one confusion holds for.
     *
     * @param labelled how many texts got each label; as many as the confusion has classes
     */
    public record Stratum(List<Long> labelled, Confusion confusion) {
        public Stratum {
            labelled = List.copyOf(labelled);
            if (labelled.size() != confusion.classes() || labelled.stream().anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException(
                        "labelled must hold "
                                + confusion.classes()
                                + " counts of 0 or more, got "
                                + labelled);
            }
        }

        long size() {
            return labelled.stream().mapToLong(n -> n).sum();
        }
    }

    /** A corrected share with its 95 % interval, which contains it. */
    public record Corrected(double share, Interval interval) {}

    /**
     * The shares of the true classes over all strata together, in the order of the classes; empty
     * where there are no texts at all.
     *
     * @param strata of the same number of classes, one for each language and model
     */
    public static List<Corrected> correct(List<Stratum> strata) {
        return correct(strata, 1);
    }

    /**
     * Likewise where several texts make one independent opinion: the shares stay, the intervals
     * widen.
     *
     * @param clustering texts for each opinion, at least 1
     */
    static List<Corrected> correct(List<Stratum> strata, double clustering) {
        List<Stratum> filled = strata.stream().filter(stratum -> stratum.size() > 0).toList();
        if (filled.isEmpty()) {
            return List.of();
        }
        int classes = filled.getFirst().confusion().classes();
        double[] best = new double[classes];
        double[][] drawn = new double[classes][DRAWS];
        long all = filled.stream().mapToLong(Stratum::size).sum();
        for (Stratum stratum : filled) {
            double weight = (double) stratum.size() / all;
            double[] labelled = stratum.labelled().stream().mapToDouble(n -> n).toArray();
            double[] opinions = Arrays.stream(labelled).map(n -> n / clustering).toArray();
            double[] shares = likeliest(labelled, expected(stratum.confusion()));
            var random = new Random(stratum.hashCode());
            for (int k = 0; k < classes; k++) {
                best[k] += weight * shares[k];
            }
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] moved =
                        likeliest(dirichlet(opinions, random), rates(stratum.confusion(), random));
                for (int k = 0; k < classes; k++) {
                    drawn[k][draw] += weight * moved[k];
                }
            }
        }
        List<Corrected> corrected = new ArrayList<>(classes);
        for (int k = 0; k < classes; k++) {
            corrected.add(new Corrected(best[k], interval(drawn[k], best[k])));
        }
        return corrected;
    }

    private static Interval interval(double[] draws, double best) {
        Interval middle = Interval.ofDraws(draws);
        double low = Math.min(middle.low(), best);
        double high = Math.max(middle.high(), best);
        return new Interval(low < EDGE ? 0 : low, high > 1 - EDGE ? 1 : high);
    }

    private static double[][] expected(Confusion confusion) {
        double[][] rates = new double[confusion.classes()][];
        for (int truth = 0; truth < rates.length; truth++) {
            double[] row =
                    confusion.counts().get(truth).stream().mapToDouble(n -> n + PRIOR).toArray();
            rates[truth] = normalised(row);
        }
        return rates;
    }

    /** Variances add: that of the count, and that between sources. */
    private static double[][] rates(Confusion confusion, Random random) {
        double[][] expected = expected(confusion);
        for (int truth = 0; truth < expected.length; truth++) {
            double seen = confusion.counts().get(truth).stream().mapToLong(n -> n).sum();
            double trust = 1 / (1 / DRIFT + 1 / (seen + 1));
            expected[truth] = gammas(expected[truth], trust, random);
        }
        return expected;
    }

    /**
     * The shares of the true classes that make the labels likeliest.
     *
     * @param labelled weight of each label
     * @param rates by true class, then label; each row sums to 1
     */
    private static double[] likeliest(double[] labelled, double[][] rates) {
        int classes = rates.length;
        double[] weights = normalised(labelled);
        double[] shares = new double[classes];
        Arrays.fill(shares, 1.0 / classes);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] next = new double[classes];
            for (int label = 0; label < classes; label++) {
                double sum = 0;
                for (int truth = 0; truth < classes; truth++) {
                    sum += shares[truth] * rates[truth][label];
                }
                for (int truth = 0; sum > 0 && truth < classes; truth++) {
                    next[truth] += weights[label] * shares[truth] * rates[truth][label] / sum;
                }
            }
            double moved = 0;
            for (int k = 0; k < classes; k++) {
                moved = Math.max(moved, Math.abs(next[k] - shares[k]));
            }
            shares = next;
            if (moved < STILL) {
                break;
            }
        }
        return shares;
    }

    private static double[] dirichlet(double[] counts, Random random) {
        return normalised(Arrays.stream(counts).map(n -> gamma(n + PRIOR, random)).toArray());
    }

    /** A draw from the Dirichlet distribution with that mean and sum. */
    private static double[] gammas(double[] mean, double sum, Random random) {
        return normalised(Arrays.stream(mean).map(m -> gamma(sum * m, random)).toArray());
    }

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values)
                .map(value -> sum > 0 ? value / sum : 1.0 / values.length)
                .toArray();
    }

    /**
     * A draw from the gamma distribution of that shape and scale 1 (Marsaglia and Tsang, "A simple
     * method for generating gamma variables", ACM Transactions on Mathematical Software 26, 2000).
     */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0
                    && Math.log(1 - random.nextDouble())
                            < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
