package dev.earshot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.count.WindowCounts;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

class CorrectedSentimentTest {
    /** A model that is nearly always right, in English. */
    private static final Confusions ENGLISH =
            (model, language) ->
                    model.equals("text@1") && language.equals("en")
                            ? Optional.of(
                                    Confusion.of(
                                            new long[][] {
                                                {1_000_000, 0, 0},
                                                {0, 1_000_000, 0},
                                                {0, 0, 1_000_000}
                                            }))
                            : Optional.empty();

    @Test
    void of_postsOfAModelThatConfusesNothing_areTheSharesCounted() {
        CorrectedSentiment corrected =
                of(Map.of(
                                "argmax/text@1/en/negative", 500L,
                                "argmax/text@1/en/neutral", 300L,
                                "argmax/text@1/en/positive", 200L))
                        .orElseThrow();

        assertThat(corrected.posts()).isEqualTo(1_000);
        assertThat(corrected.shares().keySet()).containsExactly("negative", "neutral", "positive");
        assertShares(corrected, 0.5, 0.3, 0.2);
    }

    @Test
    void of_postsOfOneAuthor_haveTheSameSharesAndWiderIntervals() {
        Map<String, Long> labels =
                Map.of(
                        "posts", 300L,
                        "argmax/text@1/en/negative", 200L,
                        "argmax/text@1/en/neutral", 50L,
                        "argmax/text@1/en/positive", 50L);
        var byOne = new TreeMap<>(labels);
        byOne.put("voice/a7", 300L);

        CorrectedSentiment apart = of(labels).orElseThrow();
        CorrectedSentiment together = of(byOne).orElseThrow();

        assertThat(share(together)).isEqualTo(share(apart));
        assertThat(width(apart)).isLessThan(0.15);
        assertThat(width(together)).isGreaterThan(0.5);
    }

    private static double share(CorrectedSentiment corrected) {
        return Objects.requireNonNull(corrected.shares().get("negative")).share();
    }

    private static double width(CorrectedSentiment corrected) {
        var interval = Objects.requireNonNull(corrected.shares().get("negative")).interval();
        return interval.high() - interval.low();
    }

    @Test
    void of_languageThatWasNotMeasured_isLeftOut() {
        CorrectedSentiment corrected =
                of(Map.of(
                                "argmax/text@1/en/negative", 10L,
                                "argmax/text@1/fr/positive", 90L,
                                "argmax/text@2/en/positive", 90L))
                        .orElseThrow();

        assertThat(corrected.posts()).isEqualTo(10);
        assertShares(corrected, 1, 0, 0);
    }

    @Test
    void of_countsOfOtherThings_areNoPosts() {
        assertThat(
                        of(
                                Map.of(
                                        "sentiment/negative", 5L,
                                        "argmax/text@1/en/mixed", 5L,
                                        "argmax/text@1/en/negative", -1L,
                                        "argmax/text@1/en/positive", 0L)))
                .isEmpty();
    }

    private static Optional<CorrectedSentiment> of(Map<String, Long> counts) {
        return CorrectedSentiment.of(new WindowCounts(counts), ENGLISH);
    }

    private static void assertShares(
            CorrectedSentiment corrected, double negative, double neutral, double positive) {
        assertThat(share(corrected, "negative")).isCloseTo(negative, within(1e-3));
        assertThat(share(corrected, "neutral")).isCloseTo(neutral, within(1e-3));
        assertThat(share(corrected, "positive")).isCloseTo(positive, within(1e-3));
    }

    private static double share(CorrectedSentiment corrected, String label) {
        return Optional.ofNullable(corrected.shares().get(label)).orElseThrow().share();
    }
}
