package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.score.ScoreTable;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Computes {@link AuthorSummary}. Stateless. */
final class Summaries {
    private Summaries() {}

    static AuthorSummary summarise(
            AuthorHistory history,
            Map<AuthorRef, Account> accounts,
            ScoreTable table,
            Instant asOf) {
        Responses responses = Responses.of(history, accounts, asOf);
        List<PostFacts> original =
                WeighedPosts.window(history, table, asOf).stream()
                        .filter(post -> post.kind() == PostFacts.Kind.ORIGINAL)
                        .toList();
        var measures = new EnumMap<Measure, Double>(Measure.class);
        response(measures, responses);
        WeighedPosts.of(history, table, asOf).measures(measures, responses.removed());
        FollowerGrowth.unexplained(history.days(), original, history.account().followers())
                .ifPresent(
                        gains -> {
                            measures.put(Measure.UNEXPLAINED_FOLLOWERS, gains.share());
                            measures.put(Measure.BOUGHT_PROBABILITY, gains.probability());
                        });
        var named = new TreeMap<String, Double>();
        measures.forEach((measure, value) -> named.put(measure.key(), value));
        return new AuthorSummary(
                AuthorSummary.anonymous(history.ref()),
                history.platform(),
                language(original),
                named,
                brands(original),
                TopicSketch.mean(original.stream().map(PostFacts::topics).toList()));
    }

    private static void response(Map<Measure, Double> measures, Responses responses) {
        measures.put(Measure.OBSERVED, (double) responses.observed());
        measures.put(Measure.PEOPLE, responses.people());
        if (responses.observed() > 0) {
            measures.put(Measure.REMOVED, responses.removed() / responses.observed());
            measures.put(Measure.EARLY, responses.earlyShare());
            measures.put(Measure.CONCENTRATION, responses.concentration());
            measures.put(Measure.DEVOTED, responses.devotedShare());
            measures.put(Measure.CIRCLE, Math.log1p(responses.circle()));
            responses.doubt().ifPresent(doubt -> measures.put(Measure.DOUBT, doubt));
        }
        if (responses.comments() > 0) {
            measures.put(Measure.COPIES, responses.copiedShare());
            measures.put(Measure.GENERIC, responses.genericShare());
        }
    }

    /** The language of most of the posts; ties go to the first by name. */
    private static String language(List<PostFacts> posts) {
        return posts.stream()
                .map(post -> primary(post.language()))
                .filter(language -> !language.isEmpty())
                .collect(Collectors.groupingBy(language -> language, Collectors.counting()))
                .entrySet()
                .stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    static String primary(String language) {
        String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return primary.equals("und") ? "" : primary;
    }

    private static Map<String, Double> brands(List<PostFacts> posts) {
        return posts.stream()
                .flatMap(post -> post.brands().stream().distinct())
                .collect(
                        Collectors.groupingBy(
                                brand -> brand,
                                Collectors.summingDouble(brand -> 1.0 / posts.size())));
    }
}
