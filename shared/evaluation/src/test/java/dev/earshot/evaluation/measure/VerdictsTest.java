package dev.earshot.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class VerdictsTest {
    private static final double EXACT = 1e-9;

    private static Verdicts of(int[] truth, int[] answered, double... confidence) {
        double[] sure = confidence.length == 0 ? new double[truth.length] : confidence;
        return new Verdicts(List.of("a", "b"), truth, answered, sure);
    }

    @Test
    void macroRecall_unequalClasses_weighsThemAlike() {
        Verdicts verdicts = of(new int[] {0, 0, 0, 0, 1, 1}, new int[] {0, 0, 0, 0, 0, 1});
        assertThat(verdicts.macroRecall()).isCloseTo(75, within(EXACT));
    }

    @Test
    void f1_ofOneClass_isTheHarmonicMean() {
        // precision 1 of 2, recall 1 of 3
        Verdicts verdicts = of(new int[] {1, 1, 1, 0, 0}, new int[] {1, 0, 0, 1, 0});
        assertThat(verdicts.f1("b")).isCloseTo(100 * 2.0 / 5, within(EXACT));
    }

    @Test
    void macroF1_classThatDoesNotOccur_isLeftOut() {
        assertThat(of(new int[] {0, 0}, new int[] {0, 0}).macroF1()).isCloseTo(100, within(EXACT));
    }

    @Test
    void accuracyAt_partOfTheItems_takesTheMostConfident() {
        Verdicts verdicts = of(new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 1}, 0.9, 0.8, 0.3, 0.2);
        assertThat(verdicts.accuracyAt(0.5)).isCloseTo(100, within(EXACT));
        assertThat(verdicts.accuracyAt(1)).isCloseTo(50, within(EXACT));
    }

    @Test
    void calibrationError_confidenceEqualToAccuracy_isZero() {
        Verdicts verdicts =
                of(new int[] {0, 0, 0, 0}, new int[] {0, 0, 0, 1}, 0.75, 0.75, 0.75, 0.75);
        assertThat(verdicts.calibrationError()).isCloseTo(0, within(EXACT));
    }

    @Test
    void calibrationError_alwaysCertainAndHalfWrong_isAHalf() {
        Verdicts verdicts = of(new int[] {0, 0}, new int[] {0, 1}, 1, 1);
        assertThat(verdicts.calibrationError()).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void construct_unknownClass_isRefused() {
        assertThatThrownBy(() -> of(new int[] {2}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 2");
    }

    @Test
    void measures_ofNothing_areZero() {
        Verdicts none = of(new int[0], new int[0]);

        assertThat(none.accuracy()).isZero();
        assertThat(none.macroF1()).isZero();
        assertThat(none.macroRecall()).isZero();
        assertThat(none.calibrationError()).isZero();
        assertThat(none.f1("a")).isZero();
    }

    @Test
    void construct_answerOutOfRangeOrUnequalLengths_isRefused() {
        assertThatThrownBy(() -> of(new int[] {0}, new int[] {-1})).hasMessageContaining("got -1");
        assertThatThrownBy(() -> of(new int[] {0, 1}, new int[] {0}))
                .hasMessageContaining("2, 1, 2");
        assertThatThrownBy(() -> of(new int[] {0}, new int[] {0}, .1, .2))
                .hasMessageContaining("1, 1, 2");
    }

    @Test
    void f1_unknownLabelOrCoverage_isRefused() {
        Verdicts one = of(new int[] {0}, new int[] {0});

        assertThatThrownBy(() -> one.f1("c")).hasMessageContaining("got c");
        assertThatThrownBy(() -> one.accuracyAt(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> one.accuracyAt(1.1)).hasMessageContaining("got 1.1");
    }
}
