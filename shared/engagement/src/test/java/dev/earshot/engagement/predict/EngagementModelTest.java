package dev.earshot.engagement.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

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
    void of_whatTheEncoderReads_movesPredictions() {
        var random = new Random(8);
        List<PastPost> posts = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            double positive = random.nextDouble();
            posts.add(
                    post(i, "n" + i, 5 + 2 * positive + 0.3 * random.nextGaussian())
                            .read(reading(positive)));
        }

        EngagementTrial read = EngagementTrial.of(posts);
        EngagementTrial unread =
                EngagementTrial.of(posts.stream().map(EngagementModelTest::unread).toList());

        assertThat(read.model().spearman()).isGreaterThan(0.8);
        assertThat(read.model().coverage()).isBetween(0.74, 0.86);
        assertThat(unread.model().spearman()).isLessThan(0.3);
    }

    @Test
    void forecast_ofAnAccountWithFewPosts_borrowsWhatMovesTheOthers() {
        List<PastPost> known = new ArrayList<>();
        var random = new Random(9);
        for (int i = 0; i < 800; i++) {
            known.add(of(i, "account" + i % 4, 3 + i % 4, random));
        }
        for (int i = 0; i < 5; i++) {
            known.add(of(800 + i, "new", 9, random));
        }
        EngagementModel model = EngagementModel.fit(known);
        Instant next = START.plusSeconds(810 * 7_200L);

        Forecast plain =
                model.forecast(plan("new", "plain", Planned.Form.TEXT, next), Encoder.NONE);
        Forecast better =
                model.forecast(plan("new", "giveaway", Planned.Form.PICTURE, next), Encoder.NONE);

        // Planted: a giveaway e^1, a picture e^0.7.
        assertThat(better.quantiles().median() - plain.quantiles().median()).isBetween(1.2, 2.2);
        assertThat(plain.quantiles().median()).isBetween(8.0, 10.5);
        assertThat(better.movers())
                .extracting(Forecast.Mover::kind)
                .startsWith(Forecast.Kind.TEXT, Forecast.Kind.FORM);
        assertThat(better.extrapolates())
                .anyMatch(doubt -> doubt.contains("only 5 past posts here"));
    }

    @Test
    void of_severalAccounts_judgesEachByItsOwnLevel() {
        var random = new Random(10);
        List<PastPost> posts = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            posts.add(of(i, "account" + i % 6, 2 + i % 6, random));
        }

        EngagementTrial trial = EngagementTrial.of(posts);

        assertThat(trial.model().pinball()).isLessThan(0.88 * trial.trailing().pinball());
        assertThat(trial.model().coverage()).isBetween(0.74, 0.86);
    }

    @Test
    void fit_ofPostsWhoseTextsHaveExpired_stillLearnsFromTheirReadings() {
        List<PastPost> posts = new ArrayList<>();
        var random = new Random(11);
        for (int i = 0; i < 400; i++) {
            double positive = random.nextDouble();
            Planned expired =
                    new Planned(
                            "a",
                            START.plusSeconds(i * 7_200L),
                            Optional.empty(),
                            Planned.Form.TEXT,
                            Optional.of(reading(positive)));
            posts.add(
                    new PastPost(
                            expired,
                            Quantiles.responses(5 + 2 * positive + 0.2 * random.nextGaussian())));
        }
        EngagementModel model = EngagementModel.fit(posts);
        Planned plan = plan("a", "any words", Planned.Form.TEXT, START.plusSeconds(401 * 7_200L));

        Forecast good =
                model.forecast(plan, texts -> Collections.nCopies(texts.size(), reading(0.95)));
        Forecast bad =
                model.forecast(plan, texts -> Collections.nCopies(texts.size(), reading(0.05)));

        assertThat(good.quantiles().median() - bad.quantiles().median()).isBetween(1.0, 2.4);
        assertThat(good.extrapolates())
                .contains("no text of a past post is kept, so its words say nothing");
    }

    @Test
    void forecast_plannedPost_namesTheWordThatMovesItAndItsDoubts() {
        EngagementModel model = EngagementModel.fit(planted(600, 6, false));
        Instant next = START.plusSeconds(600 * 7_200L);

        Forecast good =
                model.forecast(
                        plan("account", "a giveaway of the day", Planned.Form.TEXT, next),
                        Encoder.NONE);
        Forecast strange =
                model.forecast(
                        plan(
                                "account",
                                "zwölf Boxkämpfer jagen Viktor",
                                Planned.Form.CLIP,
                                next.plusSeconds(9_999_999)),
                        Encoder.NONE);

        assertThat(good.movers().getFirst().part()).isEqualTo("giveaway");
        assertThat(good.movers().getFirst().effect()).isGreaterThan(1.5);
        assertThat(good.quantiles().low()).isLessThan(good.quantiles().median());
        assertThat(good.quantiles().median()).isLessThan(good.quantiles().high());
        assertThat(strange.extrapolates())
                .anyMatch(doubt -> doubt.startsWith("4 of its 4 words"))
                .anyMatch(doubt -> doubt.contains("days before it"))
                .anyMatch(doubt -> doubt.contains("of its form: clip"))
                .anyMatch(doubt -> doubt.contains("no encoder was asked"));
    }

    @Test
    void forecast_longText_isTakenApartBySentencesAndAsksABoundedNumber() {
        EngagementModel model = EngagementModel.fit(planted(300, 7, false));
        String text =
                "This is a giveaway of the day. ".repeat(3)
                        + "word ".repeat(3)
                        + String.join(
                                " ", IntStream.range(0, 400).mapToObj(i -> "w" + i + ".").toList());
        List<Integer> asked = new ArrayList<>();

        model.forecast(
                plan("account", text, Planned.Form.TEXT, START.plusSeconds(300 * 7_200L)),
                texts -> {
                    asked.add(texts.size());
                    return Encoder.NONE.read(texts);
                });

        assertThat(asked).containsExactly(61);
    }

    @Test
    void fit_ofTooFewPosts_saysHowManyItTakes() {
        assertThatThrownBy(() -> EngagementModel.fit(planted(50, 1, false)))
                .hasMessageContaining("at least 100")
                .hasMessageContaining("50");
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

    /** A giveaway and a picture that help by e^1 and e^0.7, whatever the account's level. */
    private static PastPost of(int number, String account, double level, Random random) {
        boolean helps = random.nextInt(3) == 0;
        boolean shows = random.nextInt(3) == 0;
        return new PastPost(
                plan(
                        account,
                        helps ? "giveaway" : "plain",
                        shows ? Planned.Form.PICTURE : Planned.Form.TEXT,
                        START.plusSeconds(number * 7_200L)),
                Quantiles.responses(
                        level + (helps ? 1 : 0) + (shows ? 0.7 : 0) + 0.3 * random.nextGaussian()));
    }

    private static Planned plan(String account, String text, Planned.Form form, Instant at) {
        return new Planned(account, at, Optional.of(text), form, Optional.empty());
    }

    private static PastPost unread(PastPost read) {
        return new PastPost(read.at(), read.post().text().orElseThrow(), read.responses());
    }

    private static Reading reading(double positive) {
        return new Reading.Read(
                "en",
                new TextAnalysis(
                        new Sentiment((1 - positive) / 2, (1 - positive) / 2, positive), 0));
    }
}
