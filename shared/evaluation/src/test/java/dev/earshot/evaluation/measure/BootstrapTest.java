package dev.earshot.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.statistics.Interval;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class BootstrapTest {
    private static double mean(int[] values, int[] chosen) {
        return Arrays.stream(chosen).map(i -> values[i]).average().orElseThrow();
    }

    @Test
    void estimate_ofAShare_coversItAboutNineteenTimesInTwenty() {
        Random dice = new Random(5);
        int covered = 0;
        for (int round = 0; round < 400; round++) {
            int[] values = dice.ints(150, 0, 10).map(value -> value < 3 ? 1 : 0).toArray();
            Estimate share =
                    new Bootstrap(200, round)
                            .estimate(values.length, chosen -> mean(values, chosen));
            covered += share.interval().covers(0.3) ? 1 : 0;
        }
        assertThat(covered).isBetween(366, 394);
    }

    @Test
    void estimate_sameData_isTheSame() {
        int[] values = {1, 5, 2, 8};
        Estimate one = Bootstrap.standard().estimate(4, chosen -> mean(values, chosen));

        assertThat(one.value()).as("over every item once").isEqualTo(4);
        assertThat(one.interval().covers(4)).isTrue();
        assertThat(Bootstrap.standard().estimate(4, chosen -> mean(values, chosen))).isEqualTo(one);
    }

    @Test
    void estimate_oneItem_hasNoWidth() {
        assertThat(Bootstrap.standard().estimate(1, chosen -> chosen[0] + 7.0))
                .isEqualTo(new Estimate(7, new Interval(7, 7)));
    }

    @Test
    void estimate_nothingOrFewRounds_isRefused() {
        assertThatThrownBy(() -> Bootstrap.standard().estimate(0, chosen -> 0))
                .hasMessageContaining("size");
        assertThatThrownBy(() -> new Bootstrap(19, 1)).hasMessageContaining("got 19");
    }

    @Test
    void share_inPerCent_isWilsonsTimesAHundred() {
        Estimate percent = Estimate.share(5, 10).times(100);

        assertThat(percent.value()).isEqualTo(50);
        assertThat(percent.interval().low()).isCloseTo(23.6593, within(1e-4));
        assertThat(percent.interval().high()).isCloseTo(76.3407, within(1e-4));
    }
}
