package dev.earshot.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class MacroScoresTest {
    @Test
    void of_knownConfusions_averagesOverClasses() {
        // a: recall 1/2, precision 1/2; b: recall 1, precision 1/2; c: recall 0
        MacroScores scores =
                MacroScores.of(List.of("a", "a", "b", "c"), List.of("a", "b", "b", "a"));
        assertThat(scores.count()).isEqualTo(4);
        assertThat(scores.recall()).isCloseTo(100 * (0.5 + 1 + 0) / 3, within(1e-9));
        assertThat(scores.f1()).isCloseTo(100 * (0.5 + 2.0 / 3 + 0) / 3, within(1e-9));
    }

    @Test
    void of_unequalLengths_isRefused() {
        assertThatThrownBy(() -> MacroScores.of(List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1 and 0");
    }
}
