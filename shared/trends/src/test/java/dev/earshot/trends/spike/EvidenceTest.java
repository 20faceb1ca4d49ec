package dev.earshot.trends.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EvidenceTest {
    private static final double EXACT = 1e-9;

    @Test
    void add_ratiosOfOne_countsTheBuckets() {
        var evidence = new Evidence(4);

        // A Shiryaev-Roberts sum of ones grows by one a bucket.
        assertThat(evidence.add(new double[4])).isCloseTo(0, within(EXACT));
        assertThat(evidence.add(new double[4])).isCloseTo(Math.log(2), within(EXACT));
        assertThat(evidence.add(new double[4])).isCloseTo(Math.log(3), within(EXACT));
    }

    @Test
    void add_oneSizeAlone_isWeighedAsOneOfFour() {
        double none = -1_000;

        double log = new Evidence(4).add(new double[] {Math.log(8), none, none, none});

        assertThat(log).isCloseTo(Math.log(2), within(EXACT));
    }

    @Test
    void countRatios_asManyAsExpected_speakAgainstARise() {
        // Shape 10: 10 ln(2 * 20/30) + 10 ln(20/30).
        assertThat(CountRatios.of(10, 10, 0.1, Evidence.RISES)[0])
                .isCloseTo(-1.177830356563834, within(EXACT));
    }

    @Test
    void shareRatios_oneHitOfOne_isTheRatioOfTheShares() {
        // Beta(1, 1) against odds three times as high, Beta(1.5, 0.5): one hit is 0.75 / 0.5.
        assertThat(ShareSeries.ratios(1, 1, 0.5, 1 / 3.0)[1])
                .isCloseTo(Math.log(1.5), within(EXACT));
    }

    @Test
    void logGamma_wholeNumbersAndAHalf_areTheFactorials() {
        assertThat(LogGamma.of(5)).isCloseTo(Math.log(24), within(EXACT));
        assertThat(LogGamma.of(1)).isCloseTo(0, within(EXACT));
        assertThat(LogGamma.of(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(EXACT));
    }
}
