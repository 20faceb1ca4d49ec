package dev.earshot.evaluation.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.influence.SplitHalves.Halves;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.RateEstimate;
import dev.earshot.influence.statistics.GammaDistribution;

import org.junit.jupiter.api.Test;

import java.util.List;

class SplitHalvesTest {
    private static RateEstimate rate(double raw, double shrunk) {
        return new RateEstimate(raw, shrunk, GammaDistribution.ofMoments(shrunk, 1e-4), 1e6, 1);
    }

    /** The usual rate is 2, so an error of 1 counts as one half. */
    private static Halves halves(long followers, double raw, double shrunk, double second) {
        return new Halves(followers, rate(raw, shrunk), rate(second, second), 2);
    }

    private static Figure figure(List<Figure> figures, String name) {
        return figures.stream().filter(f -> f.name().contains(name)).findFirst().orElseThrow();
    }

    /** Raw errors .5 and 1.5: sqrt((.25 + 2.25) / 2) = 1.118. Shrunk: .5 and .5. */
    @Test
    void findings_twoAuthorsOfATier_areTheRootMeanSquares() {
        List<Figure> findings =
                SplitHalves.findings(List.of(halves(10, 4, 2, 3), halves(20, 6, 2, 3)));

        Figure small = figure(findings, "under 1,000 followers");
        assertThat(small.value()).isEqualTo(.5);
        assertThat(small.comparison()).isEqualTo("raw 1.118");
        assertThat(findings).noneMatch(f -> f.name().contains("over 100,000"));
    }

    /** An error of 50 usual rates counts as 4. */
    @Test
    void findings_outlier_countsAsFour() {
        Figure figure =
                figure(
                        SplitHalves.findings(List.of(halves(5_000, 103, 3, 3))),
                        "1,000 to 10,000 followers");

        assertThat(figure.comparison()).isEqualTo("raw 4.000");
        assertThat(figure.value()).isZero();
    }

    @Test
    void findings_shrinkingThatHelpsNowhere_isNotMet() {
        assertThat(SplitHalves.findings(List.of(halves(50_000, 3, 4, 3))).getFirst().passes())
                .isFalse();
        assertThat(SplitHalves.findings(List.of(halves(500_000, 4, 3, 3))).getFirst().passes())
                .isTrue();
    }

    /** A second half of 3 is within the interval around 3, and far outside the one around 2. */
    @Test
    void findings_coverage_countsSecondHalvesWithinTheInterval() {
        List<Figure> findings =
                SplitHalves.findings(List.of(halves(10, 3, 3, 3), halves(10, 2, 2, 3)));

        assertThat(figure(findings, "interval, all").value()).isEqualTo(50);
        assertThat(findings.getLast().passes()).as("the target is 85 to 95 %").isFalse();
    }
}
