package dev.earshot.influence.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.history.AuthorDay;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class FollowerGrowthTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final Offset<Double> EXACT = within(1e-9);

    private static AuthorDay day(int at, long followers, long interactions) {
        return day(at, OptionalLong.of(followers), interactions);
    }

    private static AuthorDay day(int at, OptionalLong followers, long interactions) {
        return new AuthorDay(
                FIRST.plusDays(at),
                1,
                0,
                0,
                interactions,
                followers,
                OptionalLong.empty(),
                Map.of());
    }

    /** What no post can decide is as likely bought as not. */
    private static final double EVEN = .5;

    private static double share(AuthorDay... days) {
        return share(List.of(), days);
    }

    private static double share(List<PostFacts> posts, AuthorDay... days) {
        return FollowerGrowth.unexplained(List.of(days), posts, OptionalLong.empty())
                .map(gains -> gains.share() * gains.probability())
                .orElseThrow();
    }

    /** Posts of one day each, from a first day on, with so many likes. */
    private static List<PostFacts> posts(int from, int count, long likes) {
        return IntStream.range(from, from + count).mapToObj(day -> post(day, likes)).toList();
    }

    private static PostFacts post(int day, long likes) {
        Instant at = FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new PostFacts(
                new PostId(Platform.X, Integer.toString(day)),
                PostFacts.Kind.ORIGINAL,
                at,
                at.plus(Duration.ofDays(3)),
                new Engagement(
                        OptionalLong.of(likes),
                        OptionalLong.of(0),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                OptionalLong.empty(),
                "en",
                SentimentLabel.NEUTRAL,
                false,
                List.of(),
                TopicSketch.EMPTY,
                false);
    }

    private static List<PostFacts> around(int each, long before, long after) {
        var posts = new ArrayList<>(posts(0, each, before));
        posts.addAll(posts(10, each, after));
        return posts;
    }

    /** A gain of 9,000 on 1,000 in three days: 20 are rounding, 9 usual, 5 chance. */
    private static double jump(List<PostFacts> posts) {
        return share(posts, day(7, 1_000, 0), day(10, 10_000, 0));
    }

    private static final double WHOLE_JUMP = (9_000 - 9 - 20 - 5) / 10_000.0;

    @Test
    void unexplained_seenOnce_isUnknown() {
        assertThat(FollowerGrowth.unexplained(List.of(), List.of(), OptionalLong.of(9))).isEmpty();
        assertThat(
                        FollowerGrowth.unexplained(
                                List.of(day(0, 9, 0)), List.of(), OptionalLong.empty()))
                .isEmpty();
        assertThat(FollowerGrowth.unexplained(List.of(day(0, 9, 0)), List.of(), OptionalLong.of(9)))
                .as("the same count again tells nothing new")
                .isEmpty();
    }

    /**
     * With 1,000 followers, ten days explain 3 * .001 * 1,000 * 10 = 30, rounding 20 and chance 5,
     * so 45 of the 100 gained remain unexplained, of 1,100 at the end.
     */
    @Test
    void unexplained_twoSightings_leavesWhatTheUsualGainDoesNotExplain() {
        assertThat(share(day(0, 1_000, 0), day(10, 1_100, 0)))
                .isCloseTo(EVEN * 45 / 1_100.0, EXACT);
    }

    /** Half a follower for each of 60 interactions explains 30 more. */
    @Test
    void unexplained_postsThatSpread_explainFollowers() {
        assertThat(share(day(0, 1_000, 40), day(10, 1_100, 20)))
                .isCloseTo(EVEN * 15 / 1_100.0, EXACT);
    }

    /** The interactions of days without a follower count still count. */
    @Test
    void unexplained_dayWithoutFollowersBetween_countsItsInteractions() {
        assertThat(share(day(0, 1_000, 0), day(5, OptionalLong.empty(), 60), day(10, 1_100, 0)))
                .isCloseTo(EVEN * 15 / 1_100.0, EXACT);
    }

    /**
     * The latest count is dated a week after the last day: 21 + 20 + 5 of the 200 are explained.
     */
    @Test
    void unexplained_latestCountBesideOneDay_isASightingAWeekLater() {
        Optional<FollowerGrowth.Unexplained> gains =
                FollowerGrowth.unexplained(
                        List.of(day(0, 1_000, 0)), List.of(), OptionalLong.of(1_200));

        assertThat(gains.orElseThrow().share()).isCloseTo(154 / 1_200.0, EXACT);
    }

    /**
     * Of five gains, four of some 1 % a day, the median is 10 / 1,010, which explains 3 * .0099010
     * * 1,040 = 30.891 of the last step, in addition to 20.8 and 5.
     */
    @Test
    void unexplained_stepAmongSteadyGains_isComparedWithTheAuthorsOwnMedian() {
        double explained = 3 * (10.0 / 1_010) * 1_040 + .02 * 1_040 + 5;

        assertThat(
                        share(
                                day(0, 1_000, 0),
                                day(1, 1_010, 0),
                                day(2, 1_020, 0),
                                day(3, 1_030, 0),
                                day(4, 1_040, 0),
                                day(5, 2_000, 0)))
                .isCloseTo(EVEN * (960 - explained) / 2_000, EXACT);
    }

    /** Ten times the followers and not one like more: as sure as the model ever is, e^6 to 1. */
    @Test
    void unexplained_jumpThatNoResponseFollows_isAllOfIt() {
        assertThat(jump(around(8, 50, 50))).isCloseTo(WHOLE_JUMP / (1 + Math.exp(-6)), EXACT);
    }

    @Test
    void unexplained_jumpThatTheResponsesFollow_isNothing() {
        assertThat(jump(around(8, 50, 500))).isLessThan(.02);
    }

    @Test
    void unexplained_responsesThatRiseHalfAsMuch_decideNothing() {
        double middle = Math.sqrt(51 * 510) - 1;

        assertThat(jump(around(8, 50, Math.round(middle))))
                .isCloseTo(EVEN * WHOLE_JUMP, within(.1));
    }

    /** 20 % more followers, and one post before and after. */
    @Test
    void unexplained_smallJumpBetweenTwoPosts_staysUnsure() {
        double all = (200 - 9 - 20 - 5) / 1_200.0;

        assertThat(share(around(1, 50, 50), day(7, 1_000, 0), day(10, 1_200, 0)))
                .isCloseTo(EVEN * all, within(.01 * all + .01));
    }

    /** A post of the day before goes on spreading: its 2,000 interactions explain 1,000. */
    @Test
    void unexplained_gainAfterAPostThatSpread_isExplainedByIt() {
        assertThat(share(day(0, 1_000, 0), day(1, 1_000, 2_000), day(3, 2_000, 0))).isZero();
    }

    /** Of which 500 came at once, so that what is left explains the other half alone. */
    @Test
    void unexplained_interactionsThatExplainedOneGain_doNotExplainTheNext() {
        double twice = share(day(0, 1_000, 0), day(1, 2_000, 2_000), day(3, 3_000, 0));

        assertThat(twice).isGreaterThan(.1);
    }

    @Test
    void unexplained_shrinkingAccount_isNone() {
        assertThat(share(day(0, 1_000, 0), day(1, 900, 0), day(2, 800, 0), day(3, 0, 0))).isZero();
    }
}
