package dev.earshot.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class LabelSetsTest {
    private static final LabelSets SETS =
            new LabelSets(
                    List.of("joy", "fear", "love"),
                    List.of(Set.of("joy"), Set.of("joy", "fear"), Set.of()),
                    List.of(Set.of("joy", "love"), Set.of("fear"), Set.of("joy")));

    /**
     * Joy: 1 correct of 2 true and 2 predicted, so F1 is .5. Fear: 1. Love never occurs and is left
     * out.
     */
    @Test
    void macroF1_severalLabels_isTheMeanOverThoseThatOccur() {
        assertThat(SETS.macroF1()).isCloseTo(75, within(1e-9));
    }

    @Test
    void macroF1_chosenItems_countsThemAlone() {
        assertThat(SETS.macroF1(new int[] {0, 0})).isCloseTo(100, within(1e-9));
        assertThat(SETS.macroF1(new int[] {2})).as("no label occurs").isZero();
    }

    @Test
    void construct_unequalLengths_isRefused() {
        assertThatThrownBy(() -> new LabelSets(List.of(), List.of(Set.of()), List.of()))
                .hasMessageContaining("1 and 0");
    }
}
