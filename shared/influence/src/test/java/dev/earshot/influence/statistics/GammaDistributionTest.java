package dev.earshot.influence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaDistributionTest {
    @Test
    void cumulative_shapeOne_isTheExponential() {
        var exponential = new GammaDistribution(1, 2);
        for (double x : new double[] {.01, .3, 1, 4, 20}) {
            assertThat(exponential.cumulative(x)).isCloseTo(-Math.expm1(-2 * x), within(1e-12));
        }
    }

    @Test
    void cumulative_shapeThree_isTheErlang() {
        var erlang = new GammaDistribution(3, 1);
        for (double x : new double[] {.1, 2, 3.9, 4.1, 15}) {
            double expected = 1 - Math.exp(-x) * (1 + x + x * x / 2);
            assertThat(erlang.cumulative(x)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void quantile_manyShapes_invertsTheCumulative() {
        for (double shape : new double[] {.05, .7, 5, 300, 40_000}) {
            for (double p : new double[] {.05, .5, .95}) {
                var gamma = new GammaDistribution(shape, 3);
                assertThat(gamma.cumulative(gamma.quantile(p))).isCloseTo(p, within(1e-6));
            }
        }
    }

    @Test
    void normal_knownPoints_agree() {
        assertThat(Normal.cumulative(Normal.Z90)).isCloseTo(.95, within(1e-9));
        assertThat(Normal.cumulative(-1.959963984540054)).isCloseTo(.025, within(1e-9));
        assertThat(Normal.cumulative(0)).isEqualTo(.5);
    }
}
