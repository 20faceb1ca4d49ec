package dev.earshot.evaluation.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class LogisticTest {
    /** Three of four are positive at x = 1: without a ridge penalty the weight is ln 3. */
    @Test
    void fit_oneFeature_isTheLogOfTheOdds() {
        double[][] rows = {{1}, {1}, {1}, {1}};
        boolean[] positive = {true, true, true, false};

        Logistic model = Logistic.fit(rows, positive, 0);

        assertThat(model.logit(new double[] {1})).isCloseTo(Math.log(3), within(1e-9));
        assertThat(model.logit(new double[] {2})).isCloseTo(2 * Math.log(3), within(1e-9));
    }

    /** With a ridge penalty, ridge * w equals the residual 3 - 4 / (1 + exp(-w)). */
    @Test
    void fit_withRidge_isDrawnTowardsZero() {
        double[][] rows = {{1}, {1}, {1}, {1}};
        double weight =
                Logistic.fit(rows, new boolean[] {true, true, true, false}, .5)
                        .logit(new double[] {1});

        assertThat(.5 * weight).isCloseTo(3 - 4 / (1 + Math.exp(-weight)), within(1e-9));
        assertThat(weight).isBetween(.1, Math.log(3));
    }

    /** No row has both features, so the two weights are independent: ln 3 and -ln 3. */
    @Test
    void fit_twoFeatures_fitsEach() {
        double[][] rows = {{0, 1}, {0, 1}, {0, 1}, {0, 1}, {1, 0}, {1, 0}, {1, 0}, {1, 0}};
        boolean[] positive = {false, false, false, true, true, true, true, false};

        Logistic model = Logistic.fit(rows, positive, 0);

        assertThat(model.logit(new double[] {1, 0})).isCloseTo(Math.log(3), within(1e-9));
        assertThat(model.logit(new double[] {0, 1})).isCloseTo(-Math.log(3), within(1e-9));
    }

    /** The second row has the larger pivot, so the solver must swap the rows. */
    @Test
    void fit_correlatedFeatures_reproducesTheSharesItSaw() {
        double[][] rows = {{1, 5}, {1, 5}, {1, 5}, {2, -1}, {2, -1}, {2, -1}};
        boolean[] positive = {true, true, false, true, false, false};

        Logistic model = Logistic.fit(rows, positive, 0);

        assertThat(probability(model, rows[0])).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(probability(model, rows[3])).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(Arrays.stream(rows).mapToDouble(row -> probability(model, row)).sum())
                .isCloseTo(3, within(1e-9));
    }

    private static double probability(Logistic model, double[] row) {
        return 1 / (1 + Math.exp(-model.logit(row)));
    }
}
