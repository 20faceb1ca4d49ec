package dev.earshot.engagement.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class EngagementModelTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void of_plantedWordsAndHours_areFoundWithAHonestBand() {
        EngagementTrial trial = EngagementTrial.of(planted(1_000, 3, false));

        assertThat(trial.judged()).isEqualTo(300);
        assertThat(trial.model().spearman()).isGreaterThan(trial.trailing().spearman() + 0.3);
        assertThat(trial.model().pinball()).isLessThan(0.88 * trial.trailing().pinball());
        assertThat(trial.model().coverage()).isBetween(0.74, 0.86);
    }

    @Test
    void of_heavyTailsAndALevelThatJumps_keepsTheBand() {
        EngagementTrial trial = EngagementTrial.of(planted(1_000, 4, true));

        assertThat(trial.model().pinball()).isLessThan(trial.trailing().pinball());
        assertThat(trial.model().coverage()).isBetween(0.74, 0.86);
    }

    @Test
    void of_noiseAlone_promisesNothing() {
        var random = new Random(5);
        List<PastPost> noise = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            noise.add(post(i, "word" + random.nextInt(50), 5 + random.nextGaussian()));
        }

        assertThat(EngagementTrial.of(noise).model().spearman()).isBetween(-0.2, 0.2);
    }

    @Test
    void forecast_plannedPost_namesTheWordThatMovesItAndItsDoubts() {
        EngagementModel model = EngagementModel.fit(planted(600, 6, false));
        Instant next = START.plusSeconds(600 * 7_200L);

        Forecast good = model.forecast("a giveaway of the day", next);
        Forecast strange =
                model.forecast("zwölf Boxkämpfer jagen Viktor", next.plusSeconds(9_999_999));

        assertThat(good.movers().getFirst().word()).isEqualTo("giveaway");
        assertThat(good.movers().getFirst().effect()).isGreaterThan(1.5);
        assertThat(good.quantiles().low()).isLessThan(good.quantiles().median());
        assertThat(good.quantiles().median()).isLessThan(good.quantiles().high());
        assertThat(strange.extrapolates())
                .anyMatch(doubt -> doubt.startsWith("4 of its 4 words"))
                .anyMatch(doubt -> doubt.contains("days before it"));
    }

    @Test
    void fit_ofTooFewPosts_saysHowManyItTakes() {
        assertThatThrownBy(() -> EngagementModel.fit(planted(100, 1, false)))
                .hasMessageContaining("at least 230")
                .hasMessageContaining("100");
    }

    @Test
    void statistics_byHand_agree() {
        assertThat(Statistics.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
        assertThat(Statistics.quantile(new double[] {10, 20}, 0.1)).isCloseTo(11, within(1e-9));
        assertThat(Statistics.spearman(new double[] {1, 2, 3}, new double[] {5, 9, 7}))
                .isCloseTo(0.5, within(1e-9));
        assertThat(new Quantiles(1, 2, 4).pinball(3))
                .isCloseTo((0.1 * 2 + 0.5 + 0.1) / 3, within(1e-9));
    }

    /** A word that helps, one that harms, a good hour, a level that wanders. */
    private static List<PastPost> planted(int count, long seed, boolean heavy) {
        var random = new Random(seed);
        List<PastPost> posts = new ArrayList<>();
        double level = 6;
        for (int i = 0; i < count; i++) {
            level += heavy && i % 300 == 299 ? 1 : 0.02 * random.nextGaussian();
            boolean helps = random.nextInt(3) == 0;
            boolean harms = random.nextInt(3) == 0;
            String text =
                    (helps ? "a giveaway of " : "the news of ")
                            + (harms ? "terms " : "the day ")
                            + "n"
                            + random.nextInt(40);
            double noise =
                    heavy
                            ? 0.3 * random.nextGaussian() / Math.sqrt(0.1 + random.nextDouble())
                            : 0.4 * random.nextGaussian();
            posts.add(post(i, text, level + (helps ? 1 : 0) - (harms ? 0.8 : 0) + noise));
        }
        return posts;
    }

    private static PastPost post(int number, String text, double log) {
        return new PastPost(START.plusSeconds(number * 7_200L), text, Quantiles.responses(log));
    }
}
