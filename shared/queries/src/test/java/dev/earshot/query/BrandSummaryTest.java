package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.statistics.Share;
import dev.earshot.query.BrandSummary.Counted;
import dev.earshot.query.BrandSummary.Voice;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BrandSummaryTest {
    private static final TimeRange RANGE =
            new TimeRange(
                    Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @Test
    void of_countedPosts_sharesAreOfTheirDimension() {
        BrandSummary summary =
                summary(
                        Map.of(
                                "posts", 10L,
                                "sentiment/negative", 5L,
                                "sentiment/positive", 2L,
                                "sentiment/abstain", 3L,
                                "emotion/anger", 6L,
                                "emotion/joy", 1L,
                                "platform/x", 9L,
                                "platform/reddit", 1L,
                                "language/en", 7L,
                                "language/fr", 3L));

        assertThat(summary.posts()).isEqualTo(10);
        assertThat(summary.sentiment())
                .containsExactly(
                        Map.entry("negative", new Share(5, 10)),
                        Map.entry("neutral", new Share(0, 10)),
                        Map.entry("positive", new Share(2, 10)),
                        Map.entry("mixed", new Share(0, 10)),
                        Map.entry("abstain", new Share(3, 10)));
        assertThat(summary.emotion()).containsEntry("anger", new Share(6, 7));
        assertThat(summary.emotion()).containsEntry("sadness", new Share(0, 7));
        assertThat(summary.platform().keySet()).containsExactly("x", "reddit");
        assertThat(summary.language())
                .containsExactly(
                        Map.entry("en", new Share(7, 10)), Map.entry("fr", new Share(3, 10)));
    }

    @Test
    void of_abstentionsAmongThePosts_correctsFromTheMostProbableClasses() {
        BrandSummary summary =
                summary(
                        Map.of(
                                "posts", 1_000L,
                                "sentiment/negative", 100L,
                                "sentiment/abstain", 900L,
                                "argmax/text@1/en/negative", 420L,
                                "argmax/text@1/en/neutral", 120L,
                                "argmax/text@1/en/positive", 360L,
                                "argmax/text@0/en/positive", 100L));

        assertThat(summary.sentiment()).containsEntry("negative", new Share(100, 1_000));
        CorrectedSentiment corrected = summary.corrected().orElseThrow();
        assertThat(corrected.posts()).isEqualTo(900);
        // A tenth of either pole is called neutral, and the classes are never confused otherwise.
        assertThat(share(corrected, "negative"))
                .isCloseTo(420 / 0.9 / 900, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void of_signals_sharesAreOfThePostsThatWereToldApart() {
        BrandSummary summary =
                summary(
                        Map.of(
                                "posts", 10L,
                                "irony/yes", 2L,
                                "irony/no", 6L,
                                "intent/complaint", 3L,
                                "intent/other", 1L,
                                "flagged", 1L));

        assertThat(summary.signals()).containsEntry("irony", new Share(2, 8));
        assertThat(summary.signals()).containsEntry("hateful", new Share(0, 0));
        assertThat(summary.intent()).containsEntry("complaint", new Share(3, 4));
        assertThat(summary.forReview()).isEqualTo(1);
    }

    @Test
    void of_competitors_voiceSharesAddUpToOne() {
        BrandSummary summary =
                BrandSummary.of(
                        RANGE,
                        counted("acme", Map.of("posts", 30L)),
                        List.of(
                                counted("small", Map.of("posts", 10L)),
                                counted("silent", Map.of()),
                                counted("large", Map.of("posts", 60L))),
                        Confusions.NONE);

        assertThat(summary.voices())
                .containsExactly(
                        new Voice("acme", "ACME", new Share(30, 100)),
                        new Voice("large", "LARGE", new Share(60, 100)),
                        new Voice("small", "SMALL", new Share(10, 100)),
                        new Voice("silent", "SILENT", new Share(0, 100)));
    }

    @Test
    void of_nothingCounted_hasNoShares() {
        BrandSummary summary = summary(Map.of());

        assertThat(summary.posts()).isZero();
        assertThat(summary.sentiment().get("negative")).isEqualTo(new Share(0, 0));
        assertThat(summary.platform()).isEmpty();
    }

    /** When an expired count leaves its own compensation behind, no share may fall below zero. */
    @Test
    void of_compensationWithoutItsCount_isTakenAsNothing() {
        BrandSummary summary =
                summary(Map.of("posts", -2L, "sentiment/negative", -2L, "platform/x", -2L));

        assertThat(summary.posts()).isZero();
        assertThat(summary.sentiment().get("negative")).isEqualTo(new Share(0, 0));
        assertThat(summary.platform()).isEmpty();
    }

    private static BrandSummary summary(Map<String, Long> counts) {
        return BrandSummary.of(RANGE, counted("acme", counts), List.of(), KNOWN);
    }

    private static double share(CorrectedSentiment corrected, String label) {
        return Optional.ofNullable(corrected.shares().get(label)).orElseThrow().share();
    }

    private static final Confusions KNOWN =
            (model, language) ->
                    model.equals("text@1") && language.equals("en")
                            ? Optional.of(
                                    Confusion.of(
                                            new long[][] {
                                                {9_000, 1_000, 0}, {0, 10_000, 0}, {0, 1_000, 9_000}
                                            }))
                            : Optional.empty();

    private static Counted counted(String id, Map<String, Long> counts) {
        return new Counted(id, id.toUpperCase(java.util.Locale.ROOT), new WindowCounts(counts));
    }
}
