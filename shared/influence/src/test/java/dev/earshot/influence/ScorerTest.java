package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreChange;
import dev.earshot.influence.score.Total;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

class ScorerTest extends ScoredHistories {
    @Test
    void score_ordinaryAuthor_isTheTotalOfItsComponents() {
        InfluencerScore score = score(ordinary(50, 12));

        assertThat(score.score()).isEqualTo(Total.of(score.components()).score());
        assertThat(score.low()).isLessThan(score.score());
        assertThat(score.high()).isGreaterThan(score.score());
    }

    @Test
    void twoPosts_againstTwenty_intervalIsWiderAndSaysSo() {
        InfluencerScore two = score(ordinary(50, 2));
        InfluencerScore twenty = score(ordinary(50, 20));
        Component few = two.component(Component.Name.ENGAGEMENT);
        Component many = twenty.component(Component.Name.ENGAGEMENT);
        assertThat(few.high() - few.low()).isGreaterThan(1.3 * (many.high() - many.low()));
        assertThat(two.caveats()).anyMatch(c -> c.contains("two posts") && c.contains("wide"));
        assertThat(twenty.caveats()).noneMatch(c -> c.contains("posts:"));
    }

    @Test
    void oddInput_everyKind_isScored() {
        Engagement likesAlone =
                new Engagement(
                        some(5),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        var future = NOW.plus(Duration.ofDays(3));
        List<AuthorHistory> odd =
                List.of(
                        history(60, OptionalLong.empty(), List.of()),
                        history(
                                61,
                                some(0),
                                List.of(post(NOW.minusSeconds(86_400), likesAlone, some(0), ""))),
                        history(
                                62,
                                OptionalLong.empty(),
                                List.of(post(future, likesAlone, OptionalLong.empty(), "x"))),
                        history(
                                63,
                                some(Long.MAX_VALUE),
                                List.of(post(NOW, Engagement.UNKNOWN, OptionalLong.empty(), "🔥"))),
                        history(
                                64,
                                some(3),
                                List.of(
                                        post(
                                                NOW.minus(Duration.ofDays(10)),
                                                new Engagement(
                                                        some(Long.MAX_VALUE / 8),
                                                        some(1),
                                                        some(1),
                                                        some(1),
                                                        some(0)),
                                                some(3),
                                                "viral"))));
        for (AuthorHistory history : odd) {
            InfluencerScore score = score(history);
            assertThat(score.score()).isBetween(0.0, 100.0);
            assertThat(score.low()).isLessThanOrEqualTo(score.score());
            assertThat(score.caveats()).isNotEmpty();
        }
    }

    @Test
    void emptyPopulation_oneAuthor_isScoredWithACaveat() {
        var alone = new Scorer(TABLE, Population.fit(List.of()));
        InfluencerScore score = alone.score(evidence(ordinary(1, 5)), BRAND, NOW);
        assertThat(score.score()).isBetween(0.0, 100.0);
        assertThat(score.caveats()).anyMatch(c -> c.contains("no creators are stored"));
    }

    @Test
    void order_ofEverything_doesNotMatter() {
        AuthorHistory history = ordinary(50, 15);
        var shuffled = new ArrayList<>(history.posts());
        Collections.shuffle(shuffled, new Random(1));
        var days = new ArrayList<>(history.days());
        Collections.reverse(days);
        var other =
                new AuthorHistory(
                        history.account(),
                        Platform.X,
                        days,
                        shuffled,
                        history.received(),
                        history.given());
        Scorer scorer = scorer();
        assertThat(scorer.score(evidence(other), BRAND, NOW))
                .isEqualTo(scorer.score(evidence(history), BRAND, NOW));
    }

    @Test
    void change_betweenTwoScores_isSplitExactly() {
        Scorer scorer = scorer();
        InfluencerScore before = scorer.score(evidence(ordinary(50, 3)), BRAND, NOW);
        InfluencerScore after =
                scorer.score(
                        new AuthorEvidence(
                                ordinary(50, 14),
                                Map.of(),
                                Optional.of(new Standing(.1, .8, 9, 40)),
                                Optional.empty()),
                        BRAND,
                        NOW.plus(Duration.ofDays(1)));
        ScoreChange change = ScoreChange.between(before, after);
        assertThat(change.parts()).hasSize(Component.Name.values().length);
        assertThat(change.parts().stream().mapToDouble(ScoreChange.Part::points).sum())
                .isCloseTo(after.score() - before.score(), within(1e-9));
        assertThat(change.difference()).isNotZero();
    }
}
