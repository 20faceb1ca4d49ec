package dev.earshot.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreChange;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.score.Total;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

class ScorerTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final BrandProfile BRAND =
            new BrandProfile(
                    "acme",
                    TopicSketch.of("solar energy roof"),
                    List.of(),
                    TopicSketch.EMPTY,
                    Set.of("rival"),
                    Set.of());
    private static final ScoreTable TABLE = ScoreTable.CURRENT;

    private final Random random = new Random(5);
    private int nextPost;

    private static AuthorRef ref(int i) {
        return new AuthorRef(String.format("%032x", i));
    }

    private static OptionalLong some(long n) {
        return OptionalLong.of(n);
    }

    private PostFacts post(Instant at, Engagement engagement, OptionalLong followers, String text) {
        return new PostFacts(
                new PostId(Platform.X, "p" + nextPost++),
                PostFacts.Kind.ORIGINAL,
                at,
                NOW,
                engagement,
                followers,
                "en",
                SentimentLabel.NEUTRAL,
                false,
                List.of(),
                TopicSketch.of(text),
                false);
    }

    private Engagement engagement(double scale) {
        long base = Math.round(scale * (1 + random.nextDouble()));
        return new Engagement(
                some(base * 8), some(base), some(base), some(0), some(Math.round(scale * 300)));
    }

    private AuthorHistory history(int id, OptionalLong followers, List<PostFacts> posts) {
        var account =
                new Account(
                        ref(id),
                        followers,
                        some(200),
                        some(500),
                        Optional.of(NOW.minus(Duration.ofDays(3650))),
                        Optional.of(true),
                        Optional.of("en"));
        var days = new java.util.TreeMap<LocalDate, AuthorDay>();
        for (PostFacts post : posts) {
            LocalDate day = LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC);
            days.put(
                    day,
                    new AuthorDay(
                            day, 1, 0, 0, 10, post.followers(), OptionalLong.empty(), Map.of()));
        }
        return new AuthorHistory(
                account, Platform.X, List.copyOf(days.values()), posts, List.of(), List.of());
    }

    private AuthorHistory ordinary(int id, int posts) {
        var list = new ArrayList<PostFacts>();
        for (int p = 0; p < posts; p++) {
            list.add(
                    post(
                            NOW.minus(Duration.ofDays(2 + p * 3L)),
                            engagement(4 + id % 7),
                            some(1_000 + id * 50L),
                            "my solar roof number " + p));
        }
        return history(id, some(1_000 + id * 50L), list);
    }

    private static AuthorEvidence evidence(AuthorHistory history) {
        return new AuthorEvidence(history, Map.of(), Optional.empty(), Optional.empty());
    }

    private Scorer scorer() {
        var summaries = new ArrayList<AuthorSummary>();
        for (int i = 1; i <= 30; i++) {
            summaries.add(AuthorSummary.of(ordinary(i, 12), Map.of(), TABLE, NOW));
        }
        return new Scorer(TABLE, Population.fit(summaries));
    }

    private InfluencerScore score(AuthorHistory history) {
        return scorer().score(evidence(history), BRAND, NOW);
    }

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
