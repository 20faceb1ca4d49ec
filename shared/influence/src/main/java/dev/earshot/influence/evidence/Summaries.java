package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes {@link AuthorSummary}. Stateless. */
final class Summaries {
    private Summaries() {}

    static AuthorSummary summarise(
            AuthorHistory history,
            Map<AuthorRef, Account> accounts,
            ScoreTable table,
            Instant asOf) {
        Responses responses = Responses.of(history, accounts, asOf);
        List<PostFacts> window = WeighedPosts.window(history, table, asOf);
        var measures = new EnumMap<Measure, Double>(Measure.class);
        WeighedPosts posts = WeighedPosts.of(history, table, asOf);
        double removed = responses.removedShare(posts.counted());
        response(measures, responses, removed);
        posts.measures(measures, removed);
        FollowerGrowth.unexplained(history.days(), history.account().followers())
                .ifPresent(share -> measures.put(Measure.UNEXPLAINED_FOLLOWERS, share));
        var named = new TreeMap<String, Double>();
        measures.forEach((measure, value) -> named.put(measure.key(), value));
        return new AuthorSummary(
                history.ref(),
                history.platform(),
                named,
                TopicSketch.mean(
                        window.stream()
                                .filter(post -> post.kind() == PostFacts.Kind.ORIGINAL)
                                .map(PostFacts::topics)
                                .toList()));
    }

    private static void response(
            Map<Measure, Double> measures, Responses responses, double removed) {
        measures.put(Measure.OBSERVED, (double) responses.observed());
        measures.put(Measure.KEPT, (double) responses.keptResponses());
        measures.put(Measure.ENGAGERS, responses.people());
        if (responses.observed() > 0) {
            measures.put(Measure.REMOVED, removed);
            measures.put(Measure.POD, responses.podShare());
            measures.put(Measure.EARLY, responses.earlyShare());
            measures.put(Measure.CONCENTRATION, responses.concentration());
        }
        if (responses.keptResponses() > 0) {
            measures.put(Measure.INDEPENDENT, responses.independentShare());
        }
        if (responses.comments() > 0) {
            measures.put(Measure.DUPLICATES, responses.copiedShare());
            measures.put(Measure.GENERIC, responses.genericShare());
        }
    }
}
