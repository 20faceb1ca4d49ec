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
 * come from {@value #DRAWS} draws of both uncertain quantities: the rates, from a Dirichlet
 * distribution around the held-out counts, and the label counts, likewise; each with {@value
 * #PRIOR} added per cell. Since posts are never quite like those that the confusion was measured
 * on, its counts are scaled by {@value #TRUST}.
 *
 * <p>Counts must be of the most probable label of every text that was read, sure or not: the
 * confusion was measured that way. Draws are seeded by the input, so equal counts get equal
 * answers. Stateless.
 */
public final class ShareCorrection {
    private static final int DRAWS = 400;
    private static final double PRIOR = 0.5;
    private static final double TRUST = 0.5;
    private static final int MAX_STEPS = 1_000;
    private static final double STILL = 1e-9;

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
            double[] shares = likeliest(labelled, expected(stratum.confusion()));
            var random = new Random(stratum.hashCode());
            for (int k = 0; k < classes; k++) {
                best[k] += weight * shares[k];
            }
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] moved =
                        likeliest(
                                dirichlet(labelled, 1, random), rates(stratum.confusion(), random));
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
        return new Interval(
                Math.clamp(Math.min(middle.low(), best), 0, 1),
                Math.clamp(Math.max(middle.high(), best), 0, 1));
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

    private static double[][] rates(Confusion confusion, Random random) {
        double[][] rates = new double[confusion.classes()][];
        for (int truth = 0; truth < rates.length; truth++) {
            rates[truth] =
                    dirichlet(
                            confusion.counts().get(truth).stream().mapToDouble(n -> n).toArray(),
                            TRUST,
                            random);
        }
        return rates;
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

    private static double[] dirichlet(double[] counts, double trust, Random random) {
        return normalised(
                Arrays.stream(counts).map(n -> gamma(trust * n + PRIOR, random)).toArray());
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
