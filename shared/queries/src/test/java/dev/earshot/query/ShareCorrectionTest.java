package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

final class ShareCorrectionTest {
    /** True negatives, neutrals and positives, and how often each is called what. */
    private static final double[][] RATES = {
        {0.75, 0.20, 0.05}, {0.15, 0.70, 0.15}, {0.04, 0.18, 0.78}
    };

    @Test
    void correct_knownRates_givesBackTheMix() {
        var corrected =
                ShareCorrection.correct(
                        List.of(
                                new ShareCorrection.Stratum(
                                        labels(0.5, 0.3, 0.2, 1_000_000), confusion(1_000_000))));

        assertThat(corrected.get(0).share()).isCloseTo(0.5, within(0.001));
        assertThat(corrected.get(1).share()).isCloseTo(0.3, within(0.001));
        assertThat(corrected.get(2).share()).isCloseTo(0.2, within(0.001));
    }

    @Test
    void correct_anyMix_coversTheTruthNineTimesInTen() {
        var random = new Random(11);
        int covered = 0;
        int all = 0;
        double errorRaw = 0;
        double errorCorrected = 0;
        for (int trial = 0; trial < 400; trial++) {
            double negative = 0.1 + 0.6 * random.nextDouble();
            double neutral = (1 - negative) * (0.2 + 0.6 * random.nextDouble());
            double[] truth = {negative, neutral, 1 - negative - neutral};
            var stratum =
                    new ShareCorrection.Stratum(
                            drawn(truth, 500 + random.nextInt(2_000), random), measured(random));
            List<ShareCorrection.Corrected> corrected = ShareCorrection.correct(List.of(stratum));
            long size = stratum.labelled().stream().mapToLong(n -> n).sum();
            for (int k = 0; k < 3; k++) {
                Interval interval = corrected.get(k).interval();
                covered += interval.low() <= truth[k] && truth[k] <= interval.high() ? 1 : 0;
                all++;
                errorRaw += Math.abs((double) stratum.labelled().get(k) / size - truth[k]);
                errorCorrected += Math.abs(corrected.get(k).share() - truth[k]);
            }
        }
        System.out.printf(
                "MEASURED corrected shares: %d of %d intervals hold the truth; mean error %.4f,"
                        + " uncorrected %.4f%n",
                covered, all, errorCorrected / all, errorRaw / all);

        assertThat((double) covered / all).isGreaterThan(0.9);
        assertThat(errorCorrected).isLessThan(errorRaw / 2);
    }

    /** Sources whose rates differ by 9 points (one standard deviation) from those measured. */
    @Test
    void correct_postsOfAnotherSource_coversTheTruthNineTimesInTen() {
        var random = new Random(13);
        int covered = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[][] own = new double[3][];
            for (int truth = 0; truth < 3; truth++) {
                double moved = 0.09 * random.nextGaussian();
                double right = Math.clamp(RATES[truth][truth] + moved, 0.4, 0.95);
                own[truth] = RATES[truth].clone();
                for (int label = 0; label < 3; label++) {
                    own[truth][label] *=
                            label == truth
                                    ? right / RATES[truth][truth]
                                    : (1 - right) / (1 - RATES[truth][truth]);
                }
            }
            double negative = List.of(0.1, 0.3, 0.6).get(trial % 3);
            double[] mix = {negative, (1 - negative) * 0.6, (1 - negative) * 0.4};
            long[] labelled = new long[3];
            for (int i = 0; i < 1_000; i++) {
                labelled[pick(own[pick(mix, random)], random)]++;
            }
            var stratum =
                    new ShareCorrection.Stratum(
                            List.of(labelled[0], labelled[1], labelled[2]), confusion(600));
            List<ShareCorrection.Corrected> corrected = ShareCorrection.correct(List.of(stratum));
            for (int k = 0; k < 3; k++) {
                covered += corrected.get(k).interval().covers(mix[k]) ? 1 : 0;
            }
        }

        assertThat(covered / 900.0).isGreaterThan(0.9);
    }

    @Test
    void correct_equalInput_givesEqualAnswers() {
        var stratum = new ShareCorrection.Stratum(List.of(30L, 50L, 20L), confusion(500));

        assertThat(ShareCorrection.correct(List.of(stratum)))
                .isEqualTo(ShareCorrection.correct(List.of(stratum)));
    }

    @Test
    void correct_labelsThatTheRatesCannotMake_staysAtTheEdge() {
        var corrected =
                ShareCorrection.correct(
                        List.of(
                                new ShareCorrection.Stratum(
                                        List.of(100L, 0L, 0L), confusion(1_000))));

        assertThat(corrected.get(0).share()).isGreaterThan(0.99);
        assertThat(corrected.stream().mapToDouble(ShareCorrection.Corrected::share).sum())
                .isCloseTo(1, within(1e-9));
        corrected.forEach(
                c -> assertThat(c.share()).isBetween(c.interval().low(), c.interval().high()));
    }

    @Test
    void correct_twoLanguages_areWeighedByTheirPosts() {
        var one = new ShareCorrection.Stratum(labels(1, 0, 0, 3_000_000), confusion(1_000_000));
        var other = new ShareCorrection.Stratum(labels(0, 0, 1, 1_000_000), confusion(1_000_000));

        var corrected = ShareCorrection.correct(List.of(one, other));

        assertThat(corrected.get(0).share()).isCloseTo(0.75, within(0.002));
        assertThat(corrected.get(2).share()).isCloseTo(0.25, within(0.002));
    }

    @Test
    void correct_noTexts_saysNothing() {
        assertThat(ShareCorrection.correct(List.of())).isEmpty();
        assertThat(
                        ShareCorrection.correct(
                                List.of(
                                        new ShareCorrection.Stratum(
                                                List.of(0L, 0L, 0L), confusion(500)))))
                .isEmpty();
    }

    @Test
    void correct_stratumWithoutTexts_changesNothing() {
        var filled = new ShareCorrection.Stratum(List.of(30L, 50L, 20L), confusion(500));
        var empty = new ShareCorrection.Stratum(List.of(0L, 0L, 0L), confusion(900));

        assertThat(ShareCorrection.correct(List.of(empty, filled)))
                .isEqualTo(ShareCorrection.correct(List.of(filled)));
    }

    /**
     * With 0.9 of class 0 and 0.2 of class 1 called 0, a share of 0.6 called 0 means p with 0.9 p +
     * 0.2 (1 - p) = 0.6, so p = 4 / 7.
     */
    @Test
    void correct_twoClasses_solvesTheEquation() {
        var confusion = Confusion.of(new long[][] {{9_000_000, 1_000_000}, {2_000_000, 8_000_000}});

        var corrected =
                ShareCorrection.correct(
                        List.of(
                                new ShareCorrection.Stratum(
                                        List.of(600_000L, 400_000L), confusion)));

        assertThat(corrected.get(0).share()).isCloseTo(4.0 / 7, within(1e-4));
        assertThat(corrected.get(1).share()).isCloseTo(3.0 / 7, within(1e-4));
    }

    /** A share below the rate at which class 1 alone is called 0 leaves nothing for class 0. */
    @Test
    void correct_fewerLabelsThanErrorsAloneWouldMake_isNothingOfThatClass() {
        var confusion = Confusion.of(new long[][] {{9_000_000, 1_000_000}, {2_000_000, 8_000_000}});

        var corrected =
                ShareCorrection.correct(
                        List.of(
                                new ShareCorrection.Stratum(
                                        List.of(100_000L, 900_000L), confusion)));

        assertThat(corrected.get(0).share()).isCloseTo(0, within(1e-3));
        assertThat(corrected.get(0).interval().low()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void correct_fewPosts_hasAWiderIntervalThanMany() {
        var few = new ShareCorrection.Stratum(List.of(6L, 10L, 4L), confusion(500));
        var many = new ShareCorrection.Stratum(List.of(3_000L, 5_000L, 2_000L), confusion(500));

        Interval wide = ShareCorrection.correct(List.of(few)).getFirst().interval();
        Interval narrow = ShareCorrection.correct(List.of(many)).getFirst().interval();

        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
    }

    @Test
    void stratum_countsThatDoNotFitTheConfusion_areRefused() {
        assertThatThrownBy(() -> new ShareCorrection.Stratum(List.of(1L, 2L), confusion(500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("labelled must hold 3 counts of 0 or more, got [1, 2]");
        assertThatThrownBy(() -> new ShareCorrection.Stratum(List.of(1L, -2L, 3L), confusion(500)))
                .hasMessage("labelled must hold 3 counts of 0 or more, got [1, -2, 3]");
    }

    @Test
    void confusion_classNeverSeen_isRefused() {
        assertThatThrownBy(() -> Confusion.of(new long[][] {{1, 0}, {0, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seen");
    }

    private static List<Long> labels(double negative, double neutral, double positive, long size) {
        double[] mix = {negative, neutral, positive};
        return List.of(expected(mix, 0, size), expected(mix, 1, size), expected(mix, 2, size));
    }

    private static long expected(double[] mix, int label, long size) {
        double share = 0;
        for (int truth = 0; truth < 3; truth++) {
            share += mix[truth] * RATES[truth][label];
        }
        return Math.round(share * size);
    }

    private static Confusion confusion(long size) {
        long[][] counts = new long[3][3];
        for (int truth = 0; truth < 3; truth++) {
            for (int label = 0; label < 3; label++) {
                counts[truth][label] = Math.round(RATES[truth][label] * size);
            }
        }
        return Confusion.of(counts);
    }

    /** A confusion as measured on a few hundred held-out texts of each class. */
    private static Confusion measured(Random random) {
        long[][] counts = new long[3][3];
        for (int truth = 0; truth < 3; truth++) {
            for (int i = 0; i < 300 + 250 * truth; i++) {
                counts[truth][pick(RATES[truth], random)]++;
            }
        }
        return Confusion.of(counts);
    }

    private static List<Long> drawn(double[] mix, int size, Random random) {
        long[] counts = new long[3];
        for (int i = 0; i < size; i++) {
            counts[pick(RATES[pick(mix, random)], random)]++;
        }
        return List.of(counts[0], counts[1], counts[2]);
    }

    private static int pick(double[] shares, Random random) {
        double at = random.nextDouble();
        int k = 0;
        while (k + 1 < shares.length && at >= shares[k]) {
            at -= shares[k];
            k++;
        }
        return k;
    }
}
