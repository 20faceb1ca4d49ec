package dev.earshot.engagement.segment;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Somebody who spoke of a brand.
 *
 * @param posts about the brand
 * @param mood the label of most of them; of as many the one that comes first in the alphabet
 * @param responses likes, replies, reposts and quotes on average
 */
record Person(
        AuthorRef ref,
        List<PostAnalysis> posts,
        Platform platform,
        String language,
        SentimentLabel mood,
        double responses) {

    /** The authors of posts about a brand, without its own accounts, by pseudonym. */
    static List<Person> of(String brandId, List<PostAnalysis> posts) {
        Map<AuthorRef, List<PostAnalysis>> byAuthor = new LinkedHashMap<>();
        for (PostAnalysis post : posts) {
            if (!post.isOwn(brandId)) {
                post.author()
                        .ifPresent(
                                author ->
                                        byAuthor.computeIfAbsent(
                                                        author.ref(), key -> new ArrayList<>())
                                                .add(post));
            }
        }
        return byAuthor.entrySet().stream()
                .map(entry -> of(brandId, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(person -> person.ref().pseudonym()))
                .toList();
    }

    private static Person of(String brandId, AuthorRef ref, List<PostAnalysis> posts) {
        return new Person(
                ref,
                List.copyOf(posts),
                posts.getFirst().id().platform(),
                most(posts, post -> post.reading().language()),
                SentimentLabel.valueOf(most(posts, post -> post.label(brandId).name())),
                posts.stream()
                        .mapToLong(post -> post.engagement().interactions())
                        .average()
                        .orElse(0));
    }

    private static String most(List<PostAnalysis> posts, Function<PostAnalysis, String> of) {
        Map<String, Integer> counts = new HashMap<>();
        posts.forEach(post -> counts.merge(of.apply(post), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }

    /** Whether a post has the hashtag, the word, or one that begins with the same five letters. */
    boolean speaksOf(String term) {
        TopicSketch sought = TopicSketch.of(term);
        return posts.stream()
                .anyMatch(
                        post ->
                                post.context().hashtags().contains(term)
                                        || post.context().topics().cosine(sought, bucket -> 1) > 0);
    }
}
