package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreTable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Authors with ordinary histories, and a scorer whose population are thirty of them. */
abstract class ScoredHistories {
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static final BrandProfile BRAND =
            new BrandProfile(
                    "acme",
                    TopicSketch.of("solar energy roof"),
                    List.of(),
                    TopicSketch.EMPTY,
                    Set.of("rival"),
                    Set.of());

    static final ScoreTable TABLE = ScoreTable.CURRENT;

    final Random random = new Random(5);

    int nextPost;

    static AuthorRef ref(int i) {
        return new AuthorRef(String.format("%032x", i));
    }

    static OptionalLong some(long n) {
        return OptionalLong.of(n);
    }

    PostFacts post(Instant at, Engagement engagement, OptionalLong followers, String text) {
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

    Engagement engagement(double scale) {
        long base = Math.round(scale * (1 + random.nextDouble()));
        return new Engagement(
                some(base * 8), some(base), some(base), some(0), some(Math.round(scale * 300)));
    }

    AuthorHistory history(int id, OptionalLong followers, List<PostFacts> posts) {
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

    AuthorHistory ordinary(int id, int posts) {
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

    static AuthorEvidence evidence(AuthorHistory history) {
        return new AuthorEvidence(history, Map.of(), Optional.empty(), Optional.empty());
    }

    Scorer scorer() {
        var summaries = new ArrayList<AuthorSummary>();
        for (int i = 1; i <= 30; i++) {
            summaries.add(AuthorSummary.of(ordinary(i, 12), Map.of(), TABLE, NOW));
        }
        return new Scorer(TABLE, Population.fit(summaries));
    }

    InfluencerScore score(AuthorHistory history) {
        return scorer().score(evidence(history), BRAND, NOW);
    }
}
