package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.ScoreTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Five peers agree in everything, so each norm is their value with the minimum spread. The author
 * has 45 responses, all kept, so 5 / (45 + 5) = .1 of each share of them is unknown.
 */
class AuthenticityComponentTest {
    private static final double CLOSE = 1e-6;
    private static final Population PEERS =
            Population.fit(IntStream.range(1, 6).mapToObj(i -> usual().summary(i)).toList());

    /**
     * Product of the factors from pods to generic comments, with a tenth unknown at suspicion one
     * half.
     */
    private static final double UNKNOWN = .965 * .975 * .985 * .985 * .99;

    /** At the median, the suspicion of likes is .15 * 5 / 6 = .125. */
    private static final double LIKES = 1 - .6 * .125;

    /** At the median, the suspicion of silence is .25 * 5 / 6.5 = .1923. */
    private static final double SILENCE = 1 - .4 * .25 * 5 / 6.5;

    private static Authors usual() {
        return Authors.with(Measure.UNEXPLAINED_FOLLOWERS, 0)
                .and(Measure.FOLLOWERS, 3)
                .and(Measure.LIKE_RATIO, Math.log(4))
                .and(Measure.PER_FOLLOWER, -3)
                .and(Measure.POD, 0)
                .and(Measure.DUPLICATES, 0)
                .and(Measure.EARLY, .1)
                .and(Measure.CONCENTRATION, .01)
                .and(Measure.GENERIC, .2)
                .and(Measure.OBSERVED, 45)
                .and(Measure.KEPT, 45);
    }

    private static Component component(AuthorSummary author, Population population) {
        Responses responses = Responses.of(Authors.emptyHistory(), Map.of(), Instant.EPOCH);
        return AuthenticityComponent.of(author, responses, population, ScoreTable.CURRENT);
    }

    private static Component component(Authors author) {
        return component(author.summary(9), PEERS);
    }

    @Test
    void of_usualAuthor_losesOnlyWhatIsUnknown() {
        Component component = component(usual());

        assertThat(component.value()).isCloseTo(100 * LIKES * SILENCE * UNKNOWN, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly("no signs of bought followers, likes or comments");
    }

    /**
     * Lowest suspicion: likes .15 * 4.6 / 6, silence .25 * 4.6 / 6.5, shares 0. Highest: .15 * 5.4
     * / 6, .25 * 5.4 / 6.5, a tenth for each share, and .03 for the followers.
     */
    @Test
    void of_usualAuthor_intervalSpansAllDoubts() {
        Component component = component(usual());

        assertThat(component.high())
                .isCloseTo(100 * (1 - .6 * .115) * (1 - .4 * .25 * 4.6 / 6.5), within(CLOSE));
        assertThat(component.low())
                .isCloseTo(
                        100
                                * (1 - .6 * .03)
                                * (1 - .6 * .135)
                                * (1 - .4 * .25 * 5.4 / 6.5)
                                * (.93 * .95 * .97 * .97 * .98),
                        within(CLOSE));
    }

    /**
     * Everything is missing: full suspicion of followers, likes and silence, half of the shares.
     */
    @Test
    void of_unknownAuthorWithoutPeers_isFullySuspiciousWithAnOpenInterval() {
        Component component = component(new Authors().summary(9), Population.fit(List.of()));

        assertThat(component.value())
                .isCloseTo(100 * .4 * .4 * .65 * .75 * .85 * .85 * .9 * .6, within(CLOSE));
        assertThat(component.low()).isEqualTo(ScoreTable.FLOOR);
        assertThat(component.high()).isEqualTo(100);
        assertThat(component.reasons())
                .contains(
                        "followers were seen on fewer than two days",
                        "likes or replies are unknown",
                        "too few responses were seen to judge them",
                        "followers are unknown, or too few peers' are known");
    }

    @Test
    void of_likesKnownButTooFewPeers_isFullySuspicious() {
        Component component = component(usual().summary(9), Population.fit(List.of()));

        assertThat(component.reasons())
                .contains("too few peers to know the usual number of likes per reply");
    }

    /**
     * An eighth of the followers is unexplained, half of the quarter that is fully suspicious: half
     * of .6.
     */
    @Test
    void of_unexplainedFollowers_takesOffByTheirShare() {
        Component component = component(usual().and(Measure.UNEXPLAINED_FOLLOWERS, .125));

        assertThat(component.value())
                .isCloseTo(.7 * 100 * LIKES * SILENCE * UNKNOWN, within(CLOSE));
        assertThat(component.reasons().getFirst())
                .startsWith("13 % of the followers were gained without");
    }

    /** Four spreads of .3 above the peers are fully suspicious. */
    @Test
    void of_likesFarAboveThePeers_takesOffThePenalty() {
        Component component = component(usual().and(Measure.LIKE_RATIO, Math.log(4) + 1.2));

        assertThat(component.value()).isCloseTo(.4 * 100 * SILENCE * UNKNOWN, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly("13 likes per other response, compared with 4 among 5 peers");
    }

    /** Four spreads of .5 below the peers are fully suspicious. */
    @Test
    void of_fewResponsesForTheFollowers_takesOffThePenalty() {
        Component component = component(usual().and(Measure.PER_FOLLOWER, -5));

        assertThat(component.value()).isCloseTo(.6 * 100 * LIKES * UNKNOWN, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly("far fewer responses than peers with as many followers");
    }

    /** .135 is halfway from .02 to .25: nine tenths known at .5, the rest also at .5. */
    @Test
    void of_pods_takesOffByTheirShare() {
        Component component = component(usual().and(Measure.POD, .135));

        assertThat(component.value())
                .isCloseTo(.65 / .965 * 100 * LIKES * SILENCE * UNKNOWN, within(CLOSE));
    }

    /** A sixth of 45 is shrunk to .15, which is three spreads: halfway from 1.5 to 4.5. */
    @Test
    void of_copiedComments_areComparedWithThePeersSpread() {
        Component component = component(usual().and(Measure.DUPLICATES, .15 * 50 / 45));

        assertThat(component.value())
                .isCloseTo(.75 / .975 * 100 * LIKES * SILENCE * UNKNOWN, within(CLOSE));
        assertThat(component.reasons())
                .containsExactly("17 % of the comments are near-copies of each other");
    }

    /** Without peers the median is 0 and the spread twice the minimum: .3 / .1 = 3 spreads. */
    @Test
    void of_copiedCommentsWithoutPeers_areComparedWithTwiceTheMinimumSpread() {
        Authors copied = usual().and(Measure.DUPLICATES, .3 * 50 / 45);
        Population nobody = Population.fit(List.of());

        double ratio =
                component(copied.summary(9), nobody).value()
                        / component(usual().summary(9), nobody).value();
        assertThat(ratio).isCloseTo(.75 / .975, within(CLOSE));
    }

    /** Buying raises a measure, or lowers the responses per follower. */
    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {
                "UNEXPLAINED_FOLLOWERS",
                "LIKE_RATIO",
                "POD",
                "DUPLICATES",
                "EARLY",
                "CONCENTRATION",
                "GENERIC"
            })
    void of_moreOfASignal_neverRaises(Measure measure) {
        double before = Double.MAX_VALUE;
        for (double value = 0; value <= 1; value += .05) {
            double now = component(usual().and(measure, 6 * value)).value();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isLessThan(.9 * component(usual()).value());
    }
}
