package dev.earshot.evaluation.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.evaluation.trends.NabScore.Window;

import org.junit.jupiter.api.Test;

import java.util.List;

final class NabScoreTest {
    private static final int ROWS = 10_000;
    private static final List<Window> WINDOWS = List.of(new Window(2_000, 2_399));
    private static final double EXACT = 1e-9;

    @Test
    void normalised_silence_isZeroAndAnAlertAtTheFirstRowAHundred() {
        assertThat(score()).isCloseTo(0, within(EXACT));
        assertThat(score(2_000)).isCloseTo(100, within(EXACT));
    }

    @Test
    void normalised_alertInTheMiddleOfAWindow_losesALittle() {
        // (2 / (1 + e^-2.5) - 1) / (2 / (1 + e^-5) - 1) = 0.859648..., of -1 to 1.
        assertThat(score(2_200))
                .isCloseTo(50 * (1 + 0.848283639957513 / 0.9866142981514303), within(1e-6));
    }

    @Test
    void normalised_falseAlertBeforeAnyWindow_costsItsWeight() {
        assertThat(score(2_000, 1_000)).isCloseTo(100 - 50 * 0.11, within(EXACT));
    }

    @Test
    void normalised_falseAlertJustAfterAWindow_costsLessThanOneFarAway() {
        // The next row: y = 1 / 399.
        double next = 2 / (1 + Math.exp(5 / 399.0)) - 1;
        assertThat(score(2_000, 2_400)).isCloseTo(100 + 50 * 0.11 * next, within(EXACT));
        assertThat(score(2_000, 9_000)).isCloseTo(100 - 50 * 0.11, within(1e-6));
    }

    @Test
    void normalised_alertInTheProbation_countsForNothing() {
        assertThat(score(2_000, 700)).isCloseTo(100, within(EXACT));
    }

    private static double score(int... rows) {
        boolean[] alerts = new boolean[ROWS];
        for (int row : rows) {
            alerts[row] = true;
        }
        return NabScore.of(alerts, WINDOWS).normalised(NabScore.STANDARD);
    }
}
