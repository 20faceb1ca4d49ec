package dev.earshot.evaluation.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.influence.NextPeriod.Pair;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.RateEstimate;
import dev.earshot.influence.statistics.GammaDistribution;

import org.junit.jupiter.api.Test;

import java.util.List;

class NextPeriodTest {
    private static RateEstimate rate(double raw, double shrunk) {
        return new RateEstimate(
                raw,
                shrunk,
                GammaDistribution.ofMoments(shrunk, 1e-4),
                GammaDistribution.ofMoments(2, 1),
                10,
                1e6,
                10,
                1,
                1);
    }

    private static Pair pair(double raw, double shrunk, double after) {
        return new Pair(rate(raw, shrunk), rate(after, after));
    }

    /** The usual rate is 2. Raw errors .5 and 1.5: sqrt((.25 + 2.25) / 2) = 1.118. Shrunk: .5. */
    @Test
    void figures_twoAuthors_areTheRootMeanSquaresInUsualRates() {
        Figure error = NextPeriod.figures("plain", List.of(pair(4, 2, 3), pair(6, 2, 3))).get(1);

        assertThat(error.value()).isEqualTo(.5);
        assertThat(error.comparison()).isEqualTo("raw 1.118");
        assertThat(error.passes()).isTrue();
    }

    @Test
    void figures_shrinkingThatHelpsNowhere_isNotMet() {
        assertThat(NextPeriod.figures("plain", List.of(pair(3, 4, 3))).get(1).passes()).isFalse();
    }

    /** A later rate of 3 is within the interval around 3, and far outside the one around 2. */
    @Test
    void figures_coverage_countsLaterRatesWithinTheInterval() {
        Figure covered =
                NextPeriod.figures("plain", List.of(pair(3, 3, 3), pair(2, 2, 3))).getFirst();

        assertThat(covered.value()).isEqualTo(50);
        assertThat(covered.passes()).as("the target is 87 to 93 %").isFalse();
    }
}
