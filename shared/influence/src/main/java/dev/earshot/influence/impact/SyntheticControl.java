package dev.earshot.influence.impact;

import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.score.ImpactConstants;
import dev.earshot.influence.statistics.Normal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        Map<String, List<BrandDay>> others = new TreeMap<>();
        study.others().stream()
                .filter(other -> !overlaps(after(other), after))
                .forEach(other -> others.put(other.author().pseudonym(), other.days()));
        return estimate(treated.days(), after, others);
    }

    /**
     * Estimates the rise of any series of mentions, such as a brand's during a campaign; empty if
     * there is too little data before it or too few other series.
     *
     * @param treated one entry a day, without gaps
     * @param after the days that are judged, of the same number
     * @param others series by name over the same days that nothing of the kind touched
     */
    public static Optional<Lift> estimate(
            List<BrandDay> treated, boolean[] after, Map<String, List<BrandDay>> others) {
        boolean[] before = baseline(after);
        double[] own = mentions(treated);
        List<double[]> pool = donors(own, others, before);
        if (count(after) == 0
                || count(before) < ImpactConstants.LIFT_MIN_BASELINE_DAYS
                || pool.size() < ImpactConstants.LIFT_MIN_DONORS) {
            return Optional.empty();
        }
        return Estimate.of(own, pool, before, after)
                .map(
                        estimate ->
                                lift(
                                        treated,
                                        estimate,
                                        placebos(own, pool, before, after),
                                        before,
                                        after));
    }

    private static Lift lift(
            List<BrandDay> treated,
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
        int at = (int) Math.ceil(ImpactConstants.LIFT_COVERAGE * (n + 1)) - 1;
        if (n == 0 || at >= n) {
            return n == 0
                    ? ImpactConstants.LIFT_NO_PLACEBO_WIDTH * Normal.Z90
                    : Math.max(sizes[n - 1], ImpactConstants.LIFT_FEW_PLACEBOS_WIDTH * Normal.Z90);
        }
        return sizes[at];
    }

    private static boolean[] after(AudienceSeries treated) {
        boolean[] after = new boolean[treated.days().size()];
        for (LocalDate post : treated.brandPosts()) {
            int day = Math.toIntExact(ChronoUnit.DAYS.between(treated.firstDay(), post));
            for (int d = Math.max(0, day);
                    d < Math.min(after.length, day + ImpactConstants.LIFT_EFFECT_DAYS);
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
            before[d] = !after[d] && sinceEffect > ImpactConstants.LIFT_EFFECT_DAYS;
        }
        return before;
    }

    /** Those with enough mentions before, of similar size first. */
    private static List<double[]> donors(
            double[] own, Map<String, List<BrandDay>> others, boolean[] before) {
        double size = sum(own, before);
        return others.entrySet().stream()
                .map(other -> Map.entry(other.getKey(), mentions(other.getValue())))
                .filter(
                        other ->
                                sum(other.getValue(), before)
                                        >= ImpactConstants.LIFT_MIN_BASELINE_MENTIONS)
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, double[]> other) ->
                                                Math.abs(
                                                        Math.log(
                                                                (sum(other.getValue(), before) + 1)
                                                                        / (size + 1))))
                                .thenComparing(Map.Entry::getKey))
                .limit(ImpactConstants.LIFT_MAX_DONORS)
                .map(Map.Entry::getValue)
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
        for (int shift = 0; shift <= ImpactConstants.LIFT_PLACEBO_SHIFTS; shift++) {
            boolean[] shiftedAfter =
                    shifted(
                            after,
                            shift
                                    * (ImpactConstants.LIFT_EFFECT_DAYS
                                            + ImpactConstants.LIFT_EFFECT_DAYS));
            boolean[] shiftedBefore =
                    shifted(
                            before,
                            shift
                                    * (ImpactConstants.LIFT_EFFECT_DAYS
                                            + ImpactConstants.LIFT_EFFECT_DAYS));
            if (shift > 0
                    && (overlaps(shiftedAfter, after)
                            || count(shiftedAfter) < count(after)
                            || count(shiftedBefore)
                                    < Math.max(
                                            ImpactConstants.LIFT_MIN_BASELINE_DAYS,
                                            count(before) / 2))) {
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

    private static double[] mentions(List<BrandDay> series) {
        return series.stream().mapToDouble(BrandDay::posts).toArray();
    }

    private static double positive(List<BrandDay> series, boolean[] days) {
        BrandDay sum = sum(series, days);
        return sum.posts() == 0 ? 0 : (double) sum.positive() / sum.posts();
    }

    private static double interactions(List<BrandDay> series, boolean[] days) {
        BrandDay sum = sum(series, days);
        return sum.posts() == 0 ? 0 : (double) sum.interactions() / sum.posts();
    }

    private static BrandDay sum(List<BrandDay> series, boolean[] days) {
        BrandDay sum = BrandDay.NONE;
        for (int d = 0; d < days.length; d++) {
            sum = days[d] ? sum.plus(series.get(d)) : sum;
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

    /** One estimate of a log-lift. */
    private record Estimate(double log, double error, double after, double expected) {
        static Optional<Estimate> of(
                double[] own, List<double[]> pool, boolean[] before, boolean[] after) {
            double ownBefore = sum(own, before);
            int daysBefore = count(before);
            int daysAfter = count(after);
            var donors = new ArrayList<double[]>();
            for (double[] donor : pool) {
                if (sum(donor, before) >= ImpactConstants.LIFT_MIN_BASELINE_MENTIONS) {
                    donors.add(donor);
                }
            }
            if (ownBefore < ImpactConstants.LIFT_MIN_BASELINE_MENTIONS
                    || donors.size() < ImpactConstants.LIFT_MIN_PLACEBO_DONORS
                    || daysBefore < ImpactConstants.LIFT_MIN_BASELINE_DAYS
                    || daysAfter == 0) {
                return Optional.empty();
            }
            double[] weights = DonorWeights.fit(own, donors, before);
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
                            (ownAfter + ImpactConstants.LIFT_HALF_MENTION)
                                    / (expected + ImpactConstants.LIFT_HALF_MENTION));
            double variance =
                    inflation * (1 / (expected + ImpactConstants.LIFT_HALF_MENTION) + 1 / ownBefore)
                            + ratioVariance / (ratio * ratio);
            return Optional.of(new Estimate(log, Math.sqrt(variance), ownAfter, expected));
        }

        /**
         * Ratio of variance to mean of the weekly sums, at least 1: the effect of clustering and
         * slow drift.
         */
        private static double inflation(double[] series, boolean[] days) {
            double mean = sum(series, days) / count(days) * ImpactConstants.LIFT_SMOOTH_DAYS;
            double squares = 0;
            int weeks = 0;
            double week = 0;
            int filled = 0;
            for (int d = 0; d < days.length; d++) {
                if (days[d]) {
                    week += series[d];
                    if (++filled == ImpactConstants.LIFT_SMOOTH_DAYS) {
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
                            (squares / mean + ImpactConstants.LIFT_INFLATION_WEEKS)
                                    / (weeks + ImpactConstants.LIFT_INFLATION_WEEKS));
        }
    }
}
