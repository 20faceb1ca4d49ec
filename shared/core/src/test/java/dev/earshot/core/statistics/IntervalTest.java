package dev.earshot.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Random;

class IntervalTest {
    /**
     * By hand, with z = 1.959964 and z squared = 3.841459: for 5 of 10 the centre is 1/2 and the
     * half width z / (1 + .3841459) * sqrt(.025 + 3.841459 / 400) = .263407; for 0 of 10 the upper
     * bound is .3841459 / 1.3841459; 81 of 263 is the example of Newcombe (Statistics in Medicine
     * 17, 1998).
     */
    @ParameterizedTest
    @CsvSource({
        "5, 10, 0.236593, 0.763407",
        "0, 10, 0, 0.277533",
        "10, 10, 0.722467, 1",
        "1, 1, 0.206549, 1",
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "1, 29, 0.0061, 0.1718"
    })
    void wilson_handComputedCase_agrees(long count, long total, double low, double high) {
        Interval interval = Interval.wilson(count, total);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void wilson_anyCount_holdsTheShare() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long total = 1L + random.nextInt(100_000);
            long count = random.nextLong(total + 1);
            Interval interval = Interval.wilson(count, total);

            assertThat((double) count / total).isBetween(interval.low(), interval.high());
        }
    }

    @Test
    void wilson_coverageOfSmallSamples_isNearNominal() {
        var random = new Random(11);
        int covered = 0;
        int trials = 20_000;
        for (int t = 0; t < trials; t++) {
            double truth = .05 + .9 * random.nextDouble();
            int count = 0;
            for (int i = 0; i < 20; i++) {
                count += random.nextDouble() < truth ? 1 : 0;
            }
            Interval interval = Interval.wilson(count, 20);
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }

        assertThat(covered / (double) trials).isBetween(.94, .965);
    }

    @Test
    void wilson_nothingTried_isRefused() {
        assertThatThrownBy(() -> Interval.wilson(0, 0)).hasMessageContaining("got 0 of 0");
    }

    @Test
    void ofDraws_hundredAndOne_leavesTwoOutAtEachEnd() {
        double[] draws = new double[101];
        Arrays.setAll(draws, i -> 100 - i);

        // 2.5 % of the 100 steps are 2.5, rounded outwards: the third lowest and third highest
        assertThat(Interval.ofDraws(draws)).isEqualTo(new Interval(2, 98));
        assertThat(draws[0]).as("the argument keeps its order").isEqualTo(100);
    }

    @Test
    void ofDraws_one_isThatPoint() {
        assertThat(Interval.ofDraws(new double[] {3})).isEqualTo(new Interval(3, 3));
    }

    @Test
    void ofDraws_none_isRefused() {
        assertThatThrownBy(() -> Interval.ofDraws(new double[0])).hasMessageContaining("draws");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.5, true", "2, true", "0.999, false", "2.001, false"})
    void covers_value_holdsBothEnds(double value, boolean covered) {
        assertThat(new Interval(1, 2).covers(value)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "NaN, 1", "0, NaN", "0, Infinity"})
    void construct_noInterval_isRefused(double low, double high) {
        assertThatThrownBy(() -> new Interval(low, high)).isInstanceOf(FieldException.class);
    }
}
