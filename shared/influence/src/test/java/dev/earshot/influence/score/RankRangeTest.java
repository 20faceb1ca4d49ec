package dev.earshot.influence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.influence.score.RankRange.Estimate;

import org.junit.jupiter.api.Test;

import java.util.List;

class RankRangeTest {
    /** The second and third are 4 apart, less than hypot(5, 5) = 7; the others are further. */
    @Test
    void of_board_bracketsWhatIntervalsCannotTellApart() {
        assertThat(
                        RankRange.of(
                                21,
                                List.of(
                                        new Estimate(90, 89, 91),
                                        new Estimate(80, 75, 85),
                                        new Estimate(76, 71, 81),
                                        new Estimate(60, 55, 65))))
                .extracting(RankRange::text)
                .containsExactly("21", "22 to 23", "22 to 23", "24");
    }

    @Test
    void of_nobody_isEmpty() {
        assertThat(RankRange.of(1, List.of())).isEmpty();
    }

    @Test
    void range_outOfOrder_isRefused() {
        assertThatThrownBy(() -> new RankRange(3, 2)).hasMessageContaining("got 3 to 2");
        assertThatThrownBy(() -> new RankRange(0, 2)).hasMessageContaining("from 1");
    }
}
