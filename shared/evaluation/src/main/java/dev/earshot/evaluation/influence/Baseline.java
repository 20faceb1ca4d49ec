package dev.earshot.evaluation.influence;

import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.statistics.Robust;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an afternoon's script would do: responses per post, shrunk by five posts, for the size of
 * the account, times the share of posts that resemble the brand's values. Whatever the score does
 * beyond that must be worth it.
 */
final class Baseline {
    private static final double POSTS = 5;

    private final Map<AuthorRef, Double> engagement = new TreeMap<>(Ingest.BY_PSEUDONYM);
    private final Map<AuthorRef, List<AuthorPost>> posts = new HashMap<>();
    final Map<AuthorRef, Double> followers = new HashMap<>();
    final Map<AuthorRef, Double> rawRate = new HashMap<>();

    Baseline(Collection<AuthorPost> all, Collection<AuthorRef> creators) {
        for (AuthorRef creator : creators) {
            posts.put(
                    creator,
                    all.stream()
                            .filter(
                                    p ->
                                            p.author().ref().equals(creator)
                                                    && p.references().isEmpty())
                            .toList());
        }
        double mean =
                posts.values().stream()
                        .mapToDouble(Baseline::mean)
                        .filter(m -> m > 0)
                        .average()
                        .orElse(1);
        double[] sizes = new double[posts.size()];
        double[] logs = new double[posts.size()];
        int i = 0;
        for (AuthorRef creator : creators) {
            List<AuthorPost> own = posts.getOrDefault(creator, List.of());
            double size =
                    own.stream()
                            .mapToDouble(p -> p.author().followers().orElse(1_000))
                            .max()
                            .orElse(1);
            double shrunk = (mean(own) * own.size() + mean * POSTS) / (own.size() + POSTS);
            followers.put(creator, size);
            rawRate.put(creator, mean(own) / size);
            engagement.put(creator, Math.log(shrunk));
            sizes[i] = Math.log(size);
            logs[i++] = Math.log(shrunk);
        }
        double slope = Robust.slope(sizes, logs);
        engagement.replaceAll(
                (creator, log) -> log - slope * Math.log(followers.getOrDefault(creator, 1.0)));
    }

    private static double mean(List<AuthorPost> posts) {
        return posts.stream()
                .mapToDouble(
                        p ->
                                p.engagement().likes().orElse(0)
                                        + p.engagement().replies().orElse(0)
                                        + p.engagement().reposts().orElse(0))
                .average()
                .orElse(0);
    }

    double score(AuthorRef creator, TopicSketch values) {
        double alignment =
                posts.getOrDefault(creator, List.of()).stream()
                        .mapToDouble(p -> p.topics().cosine(values, bucket -> 1))
                        .average()
                        .orElse(0);
        return engagement.getOrDefault(creator, 0.0) + Math.log(.02 + alignment);
    }
}
