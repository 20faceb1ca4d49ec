package dev.earshot.influence.impact;

import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Normal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An interrupted time series with a synthetic control: mentions of a brand by an author's audience
 * in the {@value Constants#LIFT_EFFECT_DAYS} days from each of the author's posts about it,
 * compared with the days before, relative to a weighted mean of other audiences that moved alike
 * before (Abadie, Diamond and Hainmueller 2010).
 *
 * <p>The weights lie on the simplex and minimise the squared distance of weekly sums plus each
 * donor's own noise, since counts are small and an exact fit would fit noise; they are found by
 * exponentiated gradient. The statistic is the log-ratio of ratios divided by its quasi-Poisson
 * standard error. Its null distribution comes from placebos: the same estimate for every donor, and
 * for the treated series and the donors at earlier days when nothing happened. The p-value is the
 * rank among the placebos, and the interval uses their quantile, so neither depends on Poisson
 * counts. Deterministic, stateless.
 */
public final class SyntheticControl {
    private SyntheticControl() {}

    /**
     * Estimates the lift; empty if there is too little data before the post or too few other
     * audiences.
     */
    public static Optional<Lift> estimate(ImpactStudy study) {
        AudienceSeries treated = study.treated();
        boolean[] after = after(treated);
        int first = firstSet(after);
        if (first < 0) {
            return Optional.empty();
        }
        boolean[] before = baseline(after);
        List<AudienceSeries> donors = donors(study, after, before);
        if (count(before) < Constants.LIFT_MIN_BASELINE_DAYS
                || donors.size() < Constants.LIFT_MIN_DONORS) {
            return Optional.empty();
        }
        var pool = new ArrayList<double[]>();
        donors.forEach(donor -> pool.add(mentions(donor)));
        double[] own = mentions(treated);
        Optional<Estimate> estimate = Estimate.of(own, pool, before, after);
        if (estimate.isEmpty()) {
            return Optional.empty();
        }
        double[] placebos = placebos(own, pool, before, after);
        return Optional.of(lift(treated, estimate.get(), placebos, before, after));
    }

    private static Lift lift(
            AudienceSeries treated,
            Estimate estimate,
            double[] placebos,
            boolean[] before,
            boolean[] after) {
        double statistic = Math.abs(estimate.log() / estimate.error());
        int asFar = 1;
        for (double placebo : placebos) {
            asFar += Math.abs(placebo) >= statistic ? 1 : 0;
        }
        double width = Math.max(Normal.Z90, width(placebos)) * estimate.error();
        return new Lift(
                estimate.log(),
                estimate.error(),
                estimate.log() - width,
                estimate.log() + width,
                (double) asFar / (placebos.length + 1),
                placebos.length,
                estimate.after(),
                estimate.expected(),
                positive(treated, before),
                positive(treated, after),
                interactions(treated, before),
                interactions(treated, after));
    }

    /**
     * Half the interval's width in standard errors: the placebos' quantile, or a normal one with
     * few placebos.
     */
    private static double width(double[] placebos) {
        double[] sizes = Arrays.stream(placebos).map(Math::abs).sorted().toArray();
        int n = sizes.length;
        int at = (int) Math.ceil(Constants.LIFT_COVERAGE * (n + 1)) - 1;
        if (n == 0 || at >= n) {
            return n == 0
                    ? Constants.LIFT_NO_PLACEBO_WIDTH * Normal.Z90
                    : Math.max(sizes[n - 1], Constants.LIFT_FEW_PLACEBOS_WIDTH * Normal.Z90);
        }
        return sizes[at];
    }

    private static boolean[] after(AudienceSeries treated) {
        boolean[] after = new boolean[treated.days().size()];
        for (LocalDate post : treated.brandPosts()) {
            int day = Math.toIntExact(ChronoUnit.DAYS.between(treated.firstDay(), post));
            for (int d = Math.max(0, day);
                    d < Math.min(after.length, day + Constants.LIFT_EFFECT_DAYS);
                    d++) {
                after[d] = true;
            }
        }
        return after;
    }

    /** Days on which no post of the author can have had an effect. */
    private static boolean[] baseline(boolean[] after) {
        boolean[] before = new boolean[after.length];
        int sinceEffect = Integer.MAX_VALUE;
        for (int d = 0; d < after.length; d++) {
            sinceEffect =
                    after[d] ? 0 : sinceEffect == Integer.MAX_VALUE ? sinceEffect : sinceEffect + 1;
            before[d] = !after[d] && sinceEffect > Constants.LIFT_EFFECT_DAYS;
        }
        return before;
    }

    private static List<AudienceSeries> donors(
            ImpactStudy study, boolean[] after, boolean[] before) {
        double own = sum(mentions(study.treated()), before);
        return study.others().stream()
                .filter(other -> !overlaps(after(other), after))
                .filter(
                        other ->
                                sum(mentions(other), before)
                                        >= Constants.LIFT_MIN_BASELINE_MENTIONS)
                .sorted(
                        Comparator.comparingDouble(
                                        (AudienceSeries other) ->
                                                Math.abs(
                                                        Math.log(
                                                                (sum(mentions(other), before) + 1)
                                                                        / (own + 1))))
                                .thenComparing(other -> other.author().pseudonym()))
                .limit(Constants.LIFT_MAX_DONORS)
                .toList();
    }

    private static boolean overlaps(boolean[] one, boolean[] other) {
        for (int d = 0; d < one.length; d++) {
            if (one[d] && other[d]) {
                return true;
            }
        }
        return false;
    }

    private static double[] placebos(
            double[] own, List<double[]> pool, boolean[] before, boolean[] after) {
        var statistics = new ArrayList<Double>();
        for (int shift = 0; shift <= Constants.LIFT_PLACEBO_SHIFTS; shift++) {
            boolean[] shiftedAfter =
                    shifted(
                            after,
                            shift * (Constants.LIFT_EFFECT_DAYS + Constants.LIFT_EFFECT_DAYS));
            boolean[] shiftedBefore =
                    shifted(
                            before,
                            shift * (Constants.LIFT_EFFECT_DAYS + Constants.LIFT_EFFECT_DAYS));
            if (shift > 0
                    && (overlaps(shiftedAfter, after)
                            || count(shiftedAfter) < count(after)
                            || count(shiftedBefore)
                                    < Math.max(
                                            Constants.LIFT_MIN_BASELINE_DAYS, count(before) / 2))) {
                continue;
            }
            // The real effect must not leak into a placebo's baseline.
            for (int d = 0; d < after.length; d++) {
                shiftedBefore[d] &= !after[d] && !shiftedAfter[d];
            }
            if (shift > 0) {
                Estimate.of(own, pool, shiftedBefore, shiftedAfter)
                        .ifPresent(e -> statistics.add(e.log() / e.error()));
            }
            for (int i = 0; i < pool.size(); i++) {
                var rest = new ArrayList<>(pool);
                double[] donor = rest.remove(i);
                Estimate.of(donor, rest, shiftedBefore, shiftedAfter)
                        .ifPresent(e -> statistics.add(e.log() / e.error()));
            }
        }
        return statistics.stream().mapToDouble(s -> s).toArray();
    }

    /** The same days, shifted back. */
    private static boolean[] shifted(boolean[] days, int by) {
        boolean[] earlier = new boolean[days.length];
        for (int d = by; d < days.length; d++) {
            earlier[d - by] = days[d];
        }
        return earlier;
    }

    private static double[] mentions(AudienceSeries series) {
        return series.days().stream().mapToDouble(BrandDay::posts).toArray();
    }

    private static double positive(AudienceSeries series, boolean[] days) {
        BrandDay sum = sum(series, days);
        return sum.posts() == 0 ? 0 : (double) sum.positive() / sum.posts();
    }

    private static double interactions(AudienceSeries series, boolean[] days) {
        BrandDay sum = sum(series, days);
        return sum.posts() == 0 ? 0 : (double) sum.interactions() / sum.posts();
    }

    private static BrandDay sum(AudienceSeries series, boolean[] days) {
        BrandDay sum = BrandDay.NONE;
        for (int d = 0; d < days.length; d++) {
            sum = days[d] ? sum.plus(series.days().get(d)) : sum;
        }
        return sum;
    }

    static double sum(double[] series, boolean[] days) {
        double sum = 0;
        for (int d = 0; d < days.length; d++) {
            sum += days[d] ? series[d] : 0;
        }
        return sum;
    }

    static int count(boolean[] days) {
        int count = 0;
        for (boolean day : days) {
            count += day ? 1 : 0;
        }
        return count;
    }

    private static int firstSet(boolean[] days) {
        for (int d = 0; d < days.length; d++) {
            if (days[d]) {
                return d;
            }
        }
        return -1;
    }

    /** One estimate of a log-lift. */
    private record Estimate(double log, double error, double after, double expected) {
        static Optional<Estimate> of(
                double[] own, List<double[]> pool, boolean[] before, boolean[] after) {
            double ownBefore = sum(own, before);
            int daysBefore = count(before);
            int daysAfter = count(after);
            var donors = new ArrayList<double[]>();
            for (double[] donor : pool) {
                if (sum(donor, before) >= Constants.LIFT_MIN_BASELINE_MENTIONS) {
                    donors.add(donor);
                }
            }
            if (ownBefore < Constants.LIFT_MIN_BASELINE_MENTIONS
                    || donors.size() < Constants.LIFT_MIN_PLACEBO_DONORS
                    || daysBefore < Constants.LIFT_MIN_BASELINE_DAYS
                    || daysAfter == 0) {
                return Optional.empty();
            }
            double[] weights = Weights.fit(own, donors, before);
            double ratio = 0;
            double ratioVariance = 0;
            for (int j = 0; j < weights.length; j++) {
                double[] donor = donors.get(j);
                double donorBefore = sum(donor, before);
                double donorAfter = sum(donor, after);
                double r = (donorAfter / daysAfter) / (donorBefore / daysBefore);
                double inflation = inflation(donor, before);
                double cv = inflation * (1 / (donorAfter + 1) + 1 / donorBefore);
                ratio += weights[j] * r;
                ratioVariance += weights[j] * weights[j] * r * r * cv;
            }
            if (!(ratio > 0)) {
                return Optional.empty();
            }
            double ownAfter = sum(own, after);
            double expected = ownBefore * daysAfter / daysBefore * ratio;
            double inflation = inflation(own, before);
            double log =
                    Math.log(
                            (ownAfter + Constants.LIFT_HALF_MENTION)
                                    / (expected + Constants.LIFT_HALF_MENTION));
            double variance =
                    inflation * (1 / (expected + Constants.LIFT_HALF_MENTION) + 1 / ownBefore)
                            + ratioVariance / (ratio * ratio);
            return Optional.of(new Estimate(log, Math.sqrt(variance), ownAfter, expected));
        }

        /**
         * Ratio of variance to mean of the weekly sums, at least 1: the effect of clustering and
         * slow drift.
         */
        private static double inflation(double[] series, boolean[] days) {
            double mean = sum(series, days) / count(days) * Constants.LIFT_SMOOTH_DAYS;
            double squares = 0;
            int weeks = 0;
            double week = 0;
            int filled = 0;
            for (int d = 0; d < days.length; d++) {
                if (days[d]) {
                    week += series[d];
                    if (++filled == Constants.LIFT_SMOOTH_DAYS) {
                        squares += (week - mean) * (week - mean);
                        weeks++;
                        week = 0;
                        filled = 0;
                    }
                }
            }
            // Shrunk towards 1 with the weight of four weeks.
            return weeks == 0 || !(mean > 0)
                    ? 1
                    : Math.max(
                            1,
                            (squares / mean + Constants.LIFT_INFLATION_WEEKS)
                                    / (weeks + Constants.LIFT_INFLATION_WEEKS));
        }
    }

    /** Donors' weights. */
    private static final class Weights {
        static double[] fit(double[] own, List<double[]> donors, boolean[] before) {
            double[] target = smooth(own, before);
            double[][] parts = new double[donors.size()][];
            double[] noise = new double[donors.size()];
            for (int j = 0; j < parts.length; j++) {
                parts[j] = smooth(donors.get(j), before);
                double mean = sum(donors.get(j), before) / count(before);
                noise[j] = 1 / (mean * Constants.LIFT_SMOOTH_DAYS);
            }
            double[] weights = new double[parts.length];
            Arrays.fill(weights, 1.0 / weights.length);
            for (int round = 0; round < Constants.LIFT_ROUNDS; round++) {
                step(weights, target, parts, noise);
            }
            return weights;
        }

        private static void step(
                double[] weights, double[] target, double[][] parts, double[] noise) {
            double[] residual = target.clone();
            for (int j = 0; j < parts.length; j++) {
                for (int t = 0; t < residual.length; t++) {
                    residual[t] -= weights[j] * parts[j][t];
                }
            }
            double[] gradient = new double[weights.length];
            double largest = 0;
            for (int j = 0; j < parts.length; j++) {
                double product = 0;
                for (int t = 0; t < residual.length; t++) {
                    product += residual[t] * parts[j][t];
                }
                gradient[j] = product / Math.max(1, residual.length) - noise[j] * weights[j];
                largest = Math.max(largest, Math.abs(gradient[j]));
            }
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] *=
                        Math.exp(
                                largest > 0
                                        ? Constants.LIFT_STEP
                                                * gradient[j]
                                                / Math.max(largest, Constants.LIFT_MIN_GRADIENT)
                                        : 0);
                sum += weights[j];
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] /= sum;
            }
        }

        /** Weekly sums relative to the mean, on the baseline's days. */
        private static double[] smooth(double[] series, boolean[] before) {
            double mean = sum(series, before) / count(before);
            double[] smooth = new double[count(before)];
            double[] plain = new double[smooth.length];
            int at = 0;
            for (int d = 0; d < series.length; d++) {
                if (before[d]) {
                    plain[at++] = mean > 0 ? series[d] / mean : 1;
                }
            }
            double window = 0;
            for (int t = 0; t < plain.length; t++) {
                window += plain[t];
                window -=
                        t >= Constants.LIFT_SMOOTH_DAYS ? plain[t - Constants.LIFT_SMOOTH_DAYS] : 0;
                smooth[t] = window / Math.min(t + 1, Constants.LIFT_SMOOTH_DAYS);
            }
            return smooth;
        }
    }
}
