package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.Population;
import dev.earshot.influence.Scorer;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorEvidence;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The accounts of the pairs as the product sees accounts: followers, and posts that were answered
 * and reposted as the data say. The product's own classes score them. Stateless.
 */
final class PairAccounts {
    private static final Instant NOW = Instant.parse("2013-01-01T00:00:00Z");
    private static final int POSTS = 5;

    /** The data state decayed rates; so many posts' worth keeps their decimals. */
    private static final double SCALE = 20;

    private PairAccounts() {}

    /** Normal quantiles of engagement and audience, one row an account. */
    static double[][] features(List<double[]> accounts) {
        List<AuthorHistory> histories = new ArrayList<>();
        List<AuthorSummary> summaries = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            AuthorHistory history = history(i, accounts.get(i));
            histories.add(history);
            summaries.add(AuthorSummary.of(history, Map.of(), ScoreTable.CURRENT, NOW));
        }
        var scorer = new Scorer(ScoreTable.CURRENT, Population.fit(summaries));
        var brand =
                new BrandProfile(
                        "any", TopicSketch.EMPTY, List.of(), TopicSketch.EMPTY, Set.of(), Set.of());
        return histories.stream()
                .map(
                        history ->
                                scorer.score(
                                        new AuthorEvidence(
                                                history,
                                                Map.of(),
                                                Optional.empty(),
                                                Optional.empty()),
                                        brand,
                                        NOW))
                .map(
                        score ->
                                new double[] {
                                    quantile(score, Component.Name.ENGAGEMENT),
                                    quantile(score, Component.Name.AUDIENCE)
                                })
                .toArray(double[][]::new);
    }

    private static double quantile(InfluencerScore score, Component.Name name) {
        return Normal.quantile(score.component(name).value() / 100);
    }

    /**
     * One account.
     *
     * @param numbers followers, mentions and reposts that it received
     */
    private static AuthorHistory history(int id, double[] numbers) {
        OptionalLong followers = OptionalLong.of((long) numbers[0]);
        var ref = new AuthorRef(String.format("%032x", id));
        var posts = new ArrayList<PostFacts>();
        for (int p = 0; p < POSTS; p++) {
            posts.add(
                    new PostFacts(
                            new PostId(Platform.X, id + "-" + p),
                            PostFacts.Kind.ORIGINAL,
                            NOW.minus(Duration.ofDays(10 + p)),
                            NOW,
                            new Engagement(
                                    OptionalLong.empty(),
                                    OptionalLong.of(Math.round(SCALE * numbers[1])),
                                    OptionalLong.of(Math.round(SCALE * numbers[2])),
                                    OptionalLong.empty(),
                                    OptionalLong.empty()),
                            followers,
                            "en",
                            SentimentLabel.NEUTRAL,
                            false,
                            List.of(),
                            TopicSketch.EMPTY,
                            false));
        }
        var account =
                new Account(
                        ref,
                        followers,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new AuthorHistory(account, Platform.X, List.of(), posts, List.of(), List.of());
    }
}
