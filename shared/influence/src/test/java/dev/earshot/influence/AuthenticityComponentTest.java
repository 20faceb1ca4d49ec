package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

/** Five peers agree in everything, so each norm is their value with the smallest spread. */
class AuthenticityComponentTest {
    private static final double CLOSE = 1e-4;
    private static final double CLEAN = 100 * Normal.cumulative(Constants.AUTHENTICITY_CLEAN);
    private static final Population PEERS =
            Population.fit(IntStream.range(1, 6).mapToObj(i -> usual().summary(i)).toList());

    /** So many responses that no share is a matter of chance. */
    private static Authors usual() {
        return Authors.creator()
                .and(Measure.FOLLOWERS, 3)
                .and(Measure.LIKES, 1e9)
                .and(Measure.LIKE_RATIO, Math.log(4))
                .and(Measure.UNEXPLAINED_FOLLOWERS, 0)
                .and(Measure.CIRCLE, 0)
                .and(Measure.COPIES, 0)
                .and(Measure.EARLY, .1)
                .and(Measure.CONCENTRATION, .01)
                .and(Measure.GENERIC, .2)
                .and(Measure.OBSERVED, 1e12);
    }

    private static Component component(Authors author, Population population) {
        Responses responses = Responses.of(Authors.emptyHistory(), Map.of(), Instant.EPOCH);
        return AuthenticityComponent.of(
                author.summary(9), responses, population, ScoreTable.CURRENT);
    }

    private static Component component(Authors author) {
        return component(author, PEERS);
    }

    @Test
    void of_usualAuthor_isALittleAboveTheMiddle() {
        Component component = component(usual());

        assertThat(component.value()).isCloseTo(CLEAN, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly(
                        "no more signs of bought followers, likes or comments than peers have");
    }

    @Test
    void of_unknownAuthor_hasNoWeightAndStaysInTheMiddle() {
        Component component = component(new Authors());

        assertThat(component.value()).isEqualTo(50);
        assertThat(component.weight()).isZero();
    }

    @Test
    void of_signThatIsMissing_lowersNothingAndWidensTheInterval() {
        Component whole = component(usual());
        Component less = component(usual().without(Measure.COPIES).without(Measure.EARLY));

        assertThat(less.value()).isEqualTo(whole.value());
        assertThat(less.low()).isLessThan(whole.low());
        assertThat(less.high()).isEqualTo(whole.high());
    }

    /** A factor of e to the 1.2 is four spreads of .3: 2.5 beyond the first 1.5. */
    @Test
    void of_likesFarAboveThePeers_isSoManyDeviationsLower() {
        Component component = component(usual().and(Measure.LIKE_RATIO, Math.log(4) + 1.2));

        assertThat(component.value())
                .isCloseTo(
                        100 * Normal.cumulative(Constants.AUTHENTICITY_CLEAN - 2.5), within(CLOSE));
        assertThat(component.reasons().getFirst()).startsWith("13 likes for each comment");
    }

    /** A fifth came in a step, five spreads: half as likely bought, it is 2.5 and one is beyond. */
    @Test
    void of_stepThatMayBePeople_countsByItsProbability() {
        Authors step = usual().and(Measure.UNEXPLAINED_FOLLOWERS, .2);

        assertThat(component(step.and(Measure.BOUGHT_PROBABILITY, .5)).value())
                .isCloseTo(
                        100 * Normal.cumulative(Constants.AUTHENTICITY_CLEAN - 1), within(CLOSE));
        assertThat(component(step.and(Measure.BOUGHT_PROBABILITY, .1)).value())
                .isCloseTo(CLEAN, within(CLOSE));
    }

    @Test
    void of_growth_isDoubtedOnlyWhereTheResponsesStayBehind() {
        Population steady =
                Population.fit(
                        IntStream.range(1, 6)
                                .mapToObj(
                                        i ->
                                                usual().and(Measure.GROWTH, .1)
                                                        .and(Measure.HOLLOW_GROWTH, 0)
                                                        .summary(i))
                                .toList());
        Authors grown = usual().and(Measure.GROWTH, 1.1).and(Measure.HOLLOW_VARIANCE, .01);

        Component earned = component(grown.and(Measure.HOLLOW_GROWTH, 0), steady);
        Component hollow = component(grown.and(Measure.HOLLOW_GROWTH, 1), steady);
        Component unsure =
                component(
                        grown.and(Measure.HOLLOW_GROWTH, .5).and(Measure.HOLLOW_VARIANCE, 9),
                        steady);

        assertThat(earned.value()).isCloseTo(CLEAN, within(CLOSE));
        assertThat(hollow.value()).isLessThan(1.5);
        assertThat(unsure.value()).isBetween(hollow.value(), earned.value());
        assertThat(hollow.reasons().getFirst())
                .isEqualTo(
                        "followers grew by 200 %, far more than for peers, and the responses"
                                + " hardly");
    }

    /** The same ratio of 13 likes to one response may be luck, and doubts nothing. */
    @Test
    void of_likesFarAboveThePeersForOneResponse_isLessSure() {
        Component sure = component(usual().and(Measure.LIKE_RATIO, Math.log(4) + 1.2));
        Component unsure =
                component(
                        usual().and(Measure.LIKE_RATIO, Math.log(4) + 1.2)
                                .and(Measure.STATED_RESPONSES, 1)
                                .and(Measure.LIKES, 13));

        assertThat(unsure.value()).isGreaterThan(sure.value()).isCloseTo(CLEAN, within(1.0));
    }

    @Test
    void of_platformWhereEverybodyIsEarly_isNoSign() {
        Population early =
                Population.fit(
                        IntStream.range(1, 6)
                                .mapToObj(i -> usual().and(Measure.EARLY, .9).summary(i))
                                .toList());

        assertThat(component(usual().and(Measure.EARLY, .9), early).value())
                .isCloseTo(CLEAN, within(CLOSE));
        assertThat(component(usual().and(Measure.EARLY, .9)).value()).isLessThan(CLEAN / 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {
                "UNEXPLAINED_FOLLOWERS",
                "LIKE_RATIO",
                "CIRCLE",
                "COPIES",
                "EARLY",
                "CONCENTRATION",
                "GENERIC"
            })
    void of_moreOfASign_neverRaises(Measure measure) {
        double before = Double.MAX_VALUE;
        for (double value = 0; value <= 1; value += .05) {
            double now = component(usual().and(measure, 6 * value)).value();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isLessThan(.5 * CLEAN);
    }
}
