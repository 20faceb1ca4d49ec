package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What is bought or traded gains nothing, and what is hidden neither. */
class ManipulationTest extends ScoredHistories {
    @Test
    void boughtFollowersLikesAndCopies_onOneAuthor_lowerTheScore() {
        AuthorHistory honest = ordinary(50, 15);
        Scorer scorer = scorer();
        double before = scorer.score(evidence(honest), BRAND, NOW).score();

        var bought = new ArrayList<AuthorDay>();
        for (AuthorDay day : honest.days()) {
            long more = day.day().isAfter(LocalDate.parse("2026-10-10")) ? 9_000 : 0;
            bought.add(
                    new AuthorDay(
                            day.day(),
                            1,
                            0,
                            0,
                            10,
                            some(3_500 + more),
                            OptionalLong.empty(),
                            Map.of()));
        }
        AuthorHistory grown = with(honest, bought, honest.posts(), List.of());
        assertThat(scorer.score(evidence(grown), BRAND, NOW).score()).isLessThan(before);

        List<PostFacts> liked =
                honest.posts().stream()
                        .map(
                                p ->
                                        new PostFacts(
                                                p.id(),
                                                p.kind(),
                                                p.createdAt(),
                                                p.observedAt(),
                                                new Engagement(
                                                        some(p.engagement().likes().orElse(0) * 6),
                                                        p.engagement().replies(),
                                                        p.engagement().reposts(),
                                                        p.engagement().quotes(),
                                                        p.engagement().views()),
                                                p.followers(),
                                                "en",
                                                p.sentiment(),
                                                false,
                                                List.of(),
                                                p.topics(),
                                                false))
                        .toList();
        AuthorHistory likedMore = with(honest, honest.days(), liked, List.of());
        assertThat(scorer.score(evidence(likedMore), BRAND, NOW).score()).isLessThan(before);
    }

    private static AuthorHistory with(
            AuthorHistory history,
            List<AuthorDay> days,
            List<PostFacts> posts,
            List<Interaction> received) {
        return new AuthorHistory(
                history.account(), history.platform(), days, posts, received, history.given());
    }

    @Test
    void responses_podAndCopies_areExcluded() {
        AuthorHistory history = ordinary(50, 4);
        var received = new ArrayList<Interaction>();
        var given = new ArrayList<Interaction>();
        for (int k = 0; k < 3; k++) {
            PostFacts mine = history.posts().get(k);
            received.add(
                    reply(
                            ref(900),
                            ref(50),
                            mine.id(),
                            mine.createdAt(),
                            60,
                            "so true, well put " + k));
            given.add(
                    reply(
                            ref(50),
                            ref(900),
                            new PostId(Platform.X, "theirs" + k),
                            mine.createdAt(),
                            60,
                            "great one again " + k));
            received.add(
                    reply(
                            ref(910 + k),
                            ref(50),
                            mine.id(),
                            mine.createdAt(),
                            9_000,
                            "wow this is so amazing"));
            received.add(
                    reply(
                            ref(920 + k),
                            ref(50),
                            mine.id(),
                            mine.createdAt(),
                            9_000,
                            "word" + k + " other" + k + " third" + k + " fourth" + k));
        }
        var podAndCopies =
                new AuthorHistory(
                        history.account(),
                        Platform.X,
                        history.days(),
                        history.posts(),
                        received,
                        given);
        Responses responses = Responses.of(podAndCopies, Map.of(), NOW);
        assertThat(responses.observed()).isEqualTo(9);
        assertThat(responses.people()).isEqualTo(3);
    }

    private Interaction reply(
            AuthorRef from,
            AuthorRef to,
            PostId target,
            Instant targetAt,
            long delay,
            String text) {
        return new Interaction(
                new PostId(Platform.X, "r" + nextPost++),
                from,
                to,
                target,
                true,
                Reference.Kind.REPLY,
                targetAt.plusSeconds(delay),
                targetAt,
                "en",
                Optional.of(CommentSketch.of(text)));
    }

    @Test
    void missingInputs_ofAnHonestAuthor_neitherHelpNorHarm() {
        AuthorHistory honest = ordinary(50, 15);
        Scorer scorer = scorer();
        InfluencerScore known = scorer.score(evidence(honest), BRAND, NOW);
        List<AuthorDay> unseen =
                honest.days().stream()
                        .map(
                                d ->
                                        new AuthorDay(
                                                d.day(),
                                                1,
                                                0,
                                                0,
                                                10,
                                                OptionalLong.empty(),
                                                OptionalLong.empty(),
                                                Map.of()))
                        .toList();
        InfluencerScore hidden =
                scorer.score(evidence(with(honest, unseen, honest.posts(), List.of())), BRAND, NOW);
        assertThat(hidden.score()).isEqualTo(known.score());
        Component open = hidden.component(Component.Name.AUTHENTICITY);
        Component told = known.component(Component.Name.AUTHENTICITY);
        assertThat(open.high() - open.low()).isGreaterThan(told.high() - told.low());
    }

    /**
     * Fifteen accounts of good standing that comment and like every post: the counts of replies and
     * likes rise by 225 each, and the score by less than half a point.
     */
    @Test
    void fifteenAccounts_thatAnswerEveryPost_moveNothing() {
        AuthorHistory honest = ordinary(50, 15);
        var received = new ArrayList<Interaction>();
        var engagers = new java.util.HashMap<AuthorRef, Account>();
        for (int a = 0; a < 15; a++) {
            AuthorRef account = ref(700 + a);
            engagers.put(
                    account,
                    new Account(
                            account,
                            some(900),
                            some(300),
                            some(4_000),
                            Optional.of(NOW.minus(Duration.ofDays(2_000))),
                            Optional.empty(),
                            Optional.of("en"),
                            Set.of(ref(50)),
                            false));
            for (PostFacts post : honest.posts()) {
                String words = "w" + a + " x" + nextPost + " y" + a + " z" + nextPost;
                received.add(
                        reply(account, ref(50), post.id(), post.createdAt(), 9_000 + a, words));
            }
        }
        List<PostFacts> answered = honest.posts().stream().map(p -> plus(p, 15)).toList();
        AuthorHistory courted = with(honest, honest.days(), answered, received);

        Scorer scorer = scorer();
        double before = scorer.score(evidence(honest), BRAND, NOW).score();
        double after =
                scorer.score(
                                new AuthorEvidence(
                                        courted, engagers, Optional.empty(), Optional.empty()),
                                BRAND,
                                NOW)
                        .score();

        assertThat(after - before).isLessThan(.5);
    }

    private static PostFacts plus(PostFacts post, long more) {
        Engagement e = post.engagement();
        return new PostFacts(
                post.id(),
                post.kind(),
                post.createdAt(),
                post.observedAt(),
                new Engagement(
                        some(e.likes().orElse(0) + more),
                        some(e.replies().orElse(0) + more),
                        e.reposts(),
                        e.quotes(),
                        e.views()),
                post.followers(),
                post.language(),
                post.sentiment(),
                post.unsafe(),
                post.brands(),
                post.topics(),
                false);
    }
}
