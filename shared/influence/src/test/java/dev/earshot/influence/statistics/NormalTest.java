package dev.earshot.influence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** From tables of the standard normal distribution. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "-1, 0.158655253931457",
        "1.959963984540054, 0.975",
        "-3, 0.00134989803163009"
    })
    void cumulative_tabulatedValue_agrees(double z, double probability) {
        assertThat(Normal.cumulative(z)).isCloseTo(probability, within(1e-9));
    }

    @Test
    void z90_bothTails_containATenth() {
        assertThat(Normal.cumulative(-Normal.Z90)).isCloseTo(.05, within(1e-9));
        assertThat(Normal.cumulative(Normal.Z90)).isCloseTo(.95, within(1e-9));
    }
}
