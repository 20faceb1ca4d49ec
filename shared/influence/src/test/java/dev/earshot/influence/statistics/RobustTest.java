package dev.earshot.influence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustTest {
    private static final double EXACT = 1e-12;

    @Test
    void quantile_betweenTwoValues_isInterpolated() {
        double[] values = {4, 1, 3, 2};

        assertThat(Robust.quantile(values, 0)).isEqualTo(1);
        assertThat(Robust.quantile(values, .25)).isCloseTo(1.75, within(EXACT));
        assertThat(Robust.quantile(values, 1)).isEqualTo(4);
        assertThat(values).as("the argument keeps its order").containsExactly(4, 1, 3, 2);
    }

    @Test
    void quantile_oneValue_isThatValue() {
        assertThat(Robust.quantile(new double[] {7}, .3)).isEqualTo(7);
    }

    @Test
    void median_evenCount_isTheMiddle() {
        assertThat(Robust.median(new double[] {1, 2, 3, 10})).isCloseTo(2.5, within(EXACT));
    }

    /** Distances from 3 are 2, 1, 0, 1 and 97, so their median is 1: the outlier is ignored. */
    @Test
    void sigma_oneOutlier_isNotMovedByIt() {
        assertThat(Robust.sigma(new double[] {1, 2, 3, 4, 100}, 3))
                .isCloseTo(1.4826, within(EXACT));
    }

    /** Slopes of the pairs (0,0)-(1,1), (1,1)-(2,4) and (0,0)-(2,4) are 1, 3 and 2. */
    @Test
    void slope_threePoints_isTheMedianOfTheirSlopes() {
        assertThat(Robust.slope(new double[] {0, 1, 2}, new double[] {0, 1, 4}))
                .isCloseTo(2, within(EXACT));
    }

    @Test
    void slope_constantX_isZero() {
        assertThat(Robust.slope(new double[] {5, 5, 5}, new double[] {1, 2, 3})).isZero();
    }

    @Test
    void slope_morePointsThanAreCompared_isFoundOnSome() {
        double[] x = new double[1_001];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 3 * i - 7;
        }
        assertThat(Robust.slope(x, y)).isCloseTo(3, within(EXACT));
    }
}
