package dev.earshot.influence.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Ten posts, a day apart. */
class UnevenLikesTest {
    private static final Instant END = Instant.parse("2026-03-20T00:00:00Z");

    private static PostFacts post(int day, long likes, long replies) {
        Instant at = END.minus(Duration.ofDays(day + 5L));
        return new PostFacts(
                new PostId(Platform.X, Integer.toString(day)),
                PostFacts.Kind.ORIGINAL,
                at,
                END,
                new Engagement(
                        OptionalLong.of(likes),
                        OptionalLong.of(replies),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                OptionalLong.of(10_000),
                "en",
                SentimentLabel.NEUTRAL,
                false,
                List.of(),
                TopicSketch.EMPTY,
                false);
    }

    private static Map<Measure, Double> measures(
            IntToLongFunction likes, IntToLongFunction replies) {
        var history =
                new AuthorHistory(
                        Account.unknown(new AuthorRef("0".repeat(31) + "1")),
                        Platform.X,
                        List.of(),
                        IntStream.range(0, 10)
                                .mapToObj(
                                        i -> post(i, likes.applyAsLong(i), replies.applyAsLong(i)))
                                .toList(),
                        List.of(),
                        List.of());
        var measures = new EnumMap<Measure, Double>(Measure.class);
        WeighedPosts.of(history, ScoreTable.CURRENT, END).measures(measures, 0);
        return measures;
    }

    /**
     * Every other post has four times the likes and as many replies: ln 4 apart, so each is .693
     * from the mean, and the variance is 10 / 9 * .480 = .534, of which chance is some .005.
     */
    @Test
    void unevenLikes_likesWithoutReplies_isTheVarianceBeyondChance() {
        Map<Measure, Double> measures = measures(i -> i % 2 == 0 ? 4_000 : 16_000, i -> 1_000);

        assertThat(measures.get(Measure.UNEVEN_LIKES)).isCloseTo(.529, within(.002));
        assertThat(measures.get(Measure.UNEVEN_VARIANCE))
                .isCloseTo(2 * .534 * .534 / 9, within(.001));
    }

    @Test
    void unevenLikes_postsThatSpread_getBothAndAreNoSign() {
        IntToLongFunction spread = i -> i % 2 == 0 ? 1 : 30;

        assertThat(
                        measures(
                                        i -> 4_000 * spread.applyAsLong(i),
                                        i -> 1_000 * spread.applyAsLong(i))
                                .get(Measure.UNEVEN_LIKES))
                .isZero();
    }

    @Test
    void unevenLikes_handfulOfEach_isChance() {
        assertThat(measures(i -> 4 + i % 3, i -> 1 + i % 2).get(Measure.UNEVEN_LIKES)).isZero();
    }
}
