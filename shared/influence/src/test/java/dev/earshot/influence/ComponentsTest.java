package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tests engagement, authority and audience with values worked out by hand. */
class ComponentsTest {
    private static final ScoreTable TABLE = ScoreTable.CURRENT;
    private static final double CLOSE = 1e-3;

    private static Population peers(int count) {
        return Population.fit(
                IntStream.range(1, count + 1).mapToObj(i -> author(1e12, .02).summary(i)).toList());
    }

    private static Authors author(double exposure, double rate) {
        return Authors.with(Measure.EXPOSURE, exposure)
                .and(Measure.SIZE, 3)
                .and(Measure.POSTS, 1)
                .and(Measure.LIKES, rate * exposure);
    }

    private static Component engagement(AuthorSummary author, Population population) {
        WeighedPosts none = WeighedPosts.of(Authors.emptyHistory(), TABLE, Instant.EPOCH);
        return EngagementComponent.of(author, none, population, TABLE);
    }

    /**
     * The percentile is .2 by definition. The lower distance hypot(.2 - .05, 1.644854 * sqrt(.2 *
     * .8 / 7)) = .29 is cut off at 0; the upper one is hypot(.95 - .2, .24868) = .79015.
     */
    @Test
    void engagement_nothingMeasured_isInTheLowestFifthWithAnOpenInterval() {
        Component component = engagement(new Authors().summary(9), peers(0));
        Component amongSix = engagement(Authors.with(Measure.SIZE, 3).summary(9), peers(6));

        assertThat(component.value()).isCloseTo(5 + 95 * .2, within(CLOSE));
        assertThat(amongSix.value()).isCloseTo(5 + 95 * .2, within(CLOSE));
        assertThat(amongSix.low()).isCloseTo(5, within(CLOSE));
        assertThat(amongSix.high()).isCloseTo(5 + 95 * .990152, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly(
                        "no posts with known views or followers, so the response rate is unknown");
    }

    /** A gamma distribution with shape 25 has .526602 of its mass below its mean. */
    @Test
    void engagement_rateOfThePeers_isAtTheirMiddle() {
        Component component = engagement(author(1e9, .02).summary(99), peers(20));

        assertThat(component.value()).isCloseTo(5 + 95 * .5266, within(.02));
        assertThat(component.reasons().getFirst())
                .isEqualTo("response rate in the 53rd percentile of 20 authors of similar size");
        assertThat(component.reasons().get(1))
                .isEqualTo(
                        "20.00 weighted responses per 1,000 followers, from one post"
                                + " (peers: 20.00)");
    }

    @Test
    void engagement_rateFarAbove_isAtTheTopAndStatesWhatIsExcluded() {
        Component component =
                engagement(
                        author(1e9, .2)
                                .and(Measure.BY_VIEWS, 1)
                                .and(Measure.REMOVED, .1)
                                .summary(99),
                        Population.fit(
                                IntStream.range(1, 21)
                                        .mapToObj(
                                                i ->
                                                        author(1e12, .02)
                                                                .and(Measure.BY_VIEWS, 1)
                                                                .summary(i))
                                        .toList()));

        assertThat(component.value()).isCloseTo(100, within(CLOSE));
        assertThat(component.reasons())
                .anyMatch(reason -> reason.contains("per 1,000 views"))
                .contains("10 % of the responses are by pods or are copies, and do not count");
    }

    /**
     * With nine peers the ends are within a quarter of the way of 0 and 1; with ten they are not.
     */
    @Test
    void engagement_fewPeers_opensTheInterval() {
        Component nine = engagement(author(1e9, .02).summary(99), peers(9));
        Component ten = engagement(author(1e9, .02).summary(99), peers(10));

        assertThat(nine.low()).isLessThanOrEqualTo(5 + 95 * .5267 / 4);
        assertThat(nine.high()).isGreaterThanOrEqualTo(5 + 95 * (1 - .4734 / 4) - .02);
        assertThat(ten.low()).isGreaterThan(5 + 95 * .5267 / 4);
    }

    /** Nobody responds: .05 of the scale, +- 1.644854 * sqrt(.05). */
    @Test
    void authority_outsideTheGraph_isBelowAllInIt() {
        Component component = AuthorityComponent.of(Optional.empty(), TABLE);

        assertThat(component.value()).isCloseTo(5 + 95 * .05, within(CLOSE));
        assertThat(component.low()).isCloseTo(5, within(CLOSE));
        assertThat(component.high()).isCloseTo(5 + 95 * .417801, within(CLOSE));
    }

    /** .05 + .95 * .8 = .81, +- 1.644854 * sqrt(.81 * .19 / 10) = .204052. */
    @Test
    void authority_inTheGraph_isItsPercentileAboveTheOutsiders() {
        Component component =
                AuthorityComponent.of(Optional.of(new Standing(.1, .8, 9, 1_040)), TABLE);

        assertThat(component.value()).isCloseTo(5 + 95 * .81, within(CLOSE));
        assertThat(component.low()).isCloseTo(5 + 95 * .605948, within(CLOSE));
        assertThat(component.high()).isEqualTo(100);
        assertThat(component.reasons())
                .containsExactly(
                        "above 80 % of 1,040 authors who get responses; 9 accounts respond to"
                                + " this one");
    }

    /**
     * Nobody was seen, where 20 are many: up to 1.644854 by chance and sqrt(21) - 1 = 3.582576
     * unseen, so ln(6.227430) / ln(21) of the scale.
     */
    @Test
    void audience_nobodySeen_isTheMinimumWithAnOpenInterval() {
        var brand =
                new BrandProfile(
                        "acme",
                        TopicSketch.EMPTY,
                        List.of(),
                        TopicSketch.EMPTY,
                        Set.of(),
                        Set.of());
        Component component =
                AudienceComponent.of(
                        Authors.emptyHistory(),
                        Map.of(),
                        Responses.of(Authors.emptyHistory(), Map.of(), Instant.EPOCH),
                        brand,
                        peers(0),
                        TABLE);

        assertThat(component.value()).isEqualTo(5);
        assertThat(component.high())
                .isCloseTo(5 + 95 * Math.log(6.227430) / Math.log(21), within(CLOSE));
        assertThat(component.reasons())
                .containsExactly("no responses by stored accounts were seen");
    }
}
