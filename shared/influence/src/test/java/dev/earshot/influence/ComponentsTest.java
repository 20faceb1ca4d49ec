package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tests engagement, authority and audience with values worked out by hand. */
class ComponentsTest {
    private static final ScoreTable TABLE = ScoreTable.CURRENT;
    private static final double CLOSE = 1e-3;

    private static Population peers(int count) {
        return Population.fit(
                IntStream.range(1, count + 1).mapToObj(i -> author(.02).summary(i)).toList());
    }

    /** A creator with 1,000 followers and almost no noise. */
    private static Authors author(double rate) {
        return Authors.creator()
                .and(Measure.FOLLOWERS, 3)
                .and(Measure.FOLLOWER_EXPOSURE, 1e12)
                .and(Measure.WEIGHT, 1e9)
                .and(Measure.EFFECTIVE_POSTS, 1e12)
                .and(Measure.DISPERSION, 0)
                .and(Measure.RESPONSES, rate * 1e12);
    }

    private static Component engagement(Authors author, Population population) {
        WeighedPosts none = WeighedPosts.of(Authors.emptyHistory(), TABLE, Instant.EPOCH);
        return EngagementComponent.of(
                population.rate(author.summary(99)), Exposure.FOLLOWERS, none, TABLE);
    }

    @Test
    void engagement_nothingMeasured_isUnknownAndNotLow() {
        Component component = engagement(new Authors(), peers(6));

        assertThat(component.value()).isEqualTo(50);
        assertThat(component.weight()).isZero();
        assertThat(component.reasons().getFirst()).endsWith("so the response is unknown");
    }

    /** A gamma distribution with shape 25 has .526602 of its mass below its mean. */
    @Test
    void engagement_rateOfThePeers_isAtTheirMiddle() {
        Component component = engagement(author(.02), peers(20));

        assertThat(component.value()).isCloseTo(52.66, within(.02));
        assertThat(component.reasons().getFirst())
                .isEqualTo(
                        "2.0 % of the followers comment on or share a post; for the middle half of"
                                + " 20 comparable creators it is 1.7 % to 2.3 %");
    }

    @Test
    void engagement_rateFarAbove_isAtTheTop() {
        assertThat(engagement(author(.2), peers(20)).value()).isEqualTo(ScoreTable.CEILING);
    }

    /**
     * With nine peers the ends are within a quarter of the way of 0 and 1; with ten they are not.
     */
    @Test
    void engagement_fewPeers_opensTheIntervalAndSaysSo() {
        Component nine = engagement(author(.02), peers(9));
        Component ten = engagement(author(.02), peers(10));

        assertThat(nine.low()).isLessThanOrEqualTo(100 * .5267 / 4);
        assertThat(nine.reasons().getFirst()).contains("too few comparable creators");
        assertThat(ten.low()).isGreaterThan(100 * .5267 / 4);
    }

    @Test
    void peers_customersWhoPostNowAndThen_areNone() {
        Population population =
                Population.fit(
                        IntStream.range(1, 30)
                                .mapToObj(i -> author(.5).and(Measure.POSTS, 2).summary(i))
                                .toList());

        assertThat(population.members()).isEmpty();
    }

    @Test
    void authority_outsideTheGraph_isUnknown() {
        Component component = AuthorityComponent.of(Optional.empty(), TABLE);

        assertThat(component)
                .isEqualTo(
                        Component.unknown(
                                Component.Name.AUTHORITY,
                                "no responses on the brand's topic were seen"));
    }

    /** .8 +- 1.644854 * sqrt(.8 * .2 / 10) = .208059. */
    @Test
    void authority_inTheGraph_isItsPercentile() {
        Component component =
                AuthorityComponent.of(Optional.of(new Standing(.1, .8, 9, 1_040)), TABLE);

        assertThat(component.value()).isCloseTo(80, within(CLOSE));
        assertThat(component.low()).isCloseTo(59.1941, within(CLOSE));
        assertThat(component.high()).isEqualTo(ScoreTable.CEILING);
        assertThat(component.reasons())
                .containsExactly(
                        "above 80 % of 1,040 authors who get responses; 9 accounts respond to"
                                + " this one");
    }

    /** 20 of 1,000 followers react; so do those of all peers, whose spread is the smallest, .3. */
    @Test
    void audience_asManyAsThePeers_isTheMiddle() {
        Population population = peers(20);
        Component component =
                AudienceComponent.of(
                        population.rate(author(.02).summary(99)),
                        Responses.of(Authors.emptyHistory(), Map.of(), Instant.EPOCH),
                        population.reach(dev.earshot.core.post.Platform.X),
                        TABLE);

        assertThat(component.value()).isCloseTo(50, within(.1));
        assertThat(component.reasons().getFirst())
                .isEqualTo(
                        "about 20 people comment on or share a post; for the middle creator of the"
                                + " platform it is 20");
    }
}
