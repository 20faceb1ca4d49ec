package dev.earshot.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

final class ChanceErrorTest {
    @Test
    void of_evenChances_isTheMeanDeviationOfTheBinomial() {
        ChanceError error = ChanceError.of(filled(100, 0.5));

        // For 100 coin tosses the mean of |heads - 50| is 3.98, and 95 % lie within 10
        assertThat(error.mean()).isCloseTo(0.0398, within(0.003));
        assertThat(error.quantile95()).isCloseTo(0.10, within(0.011));
    }

    @Test
    void of_certainty_isNone() {
        assertThat(ChanceError.of(filled(50, 1))).isEqualTo(new ChanceError(0, 0));
    }

    @Test
    void of_moreItems_isSmaller() {
        assertThat(ChanceError.of(filled(1_600, 0.7)).mean())
                .isLessThan(ChanceError.of(filled(100, 0.7)).mean() / 3);
    }

    @Test
    void of_nothing_isRefused() {
        assertThatThrownBy(() -> ChanceError.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] filled(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
