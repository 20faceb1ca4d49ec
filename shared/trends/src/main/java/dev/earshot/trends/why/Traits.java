package dev.earshot.trends.why;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is known of one post when an episode is explained; never its text.
 *
 * @param author pseudonym, empty if unknown
 * @param marks what it is made of, each at most once
 * @param content equal for posts of the same words, the same link or the same repeated post: what
 *     may be shared in step; empty for a post that shares nothing
 * @param reach likes, reposts and replies when last seen
 */
public record Traits(
        PostId id,
        Instant createdAt,
        Optional<String> author,
        List<Mark> marks,
        Optional<String> content,
        long reach) {
    public Traits {
        marks = marks.stream().distinct().toList();
    }

    /**
     * One thing that a post is made of.
     *
     * @param kind as in {@link dev.earshot.trends.episode.Explanation.Cause}
     */
    public record Mark(String kind, String name) {}

    /** Of a post whose text is at hand. */
    public static Traits of(Post post) {
        List<String> links = Words.links(post.text());
        Optional<String> repeated = repeated(post.references());
        Stream<Mark> marks =
                Stream.of(
                                Words.terms(post.text()).stream()
                                        .map(term -> new Mark("term", term)),
                                Words.hashtags(post.text()).stream()
                                        .map(tag -> new Mark("hashtag", tag)),
                                links.stream().map(link -> new Mark("link", link)),
                                repeated.stream().map(id -> new Mark("repost", id)),
                                Stream.of(new Mark("platform", post.id().platform().key())),
                                post.declaredLanguage().stream()
                                        .map(language -> new Mark("language", language)))
                        .flatMap(all -> all);
        return new Traits(
                post.id(),
                post.createdAt(),
                post.author().map(Author::ref).map(ref -> ref.pseudonym()),
                marks.toList(),
                repeated.or(() -> links.stream().findFirst()).or(() -> Words.content(post.text())),
                reach(post));
    }

    /**
     * Of a stored post.
     *
     * @param text its text, if that is still kept; without it there are no terms and links
     */
    public static Traits of(PostAnalysis post, String brandId, Optional<String> text) {
        Optional<String> repeated = repeated(post.context().references());
        Stream<Mark> marks =
                Stream.of(
                                post.context().hashtags().stream()
                                        .map(tag -> new Mark("hashtag", tag)),
                                text.stream()
                                        .flatMap(words -> Words.terms(words).stream())
                                        .map(term -> new Mark("term", term)),
                                text.stream()
                                        .flatMap(words -> Words.links(words).stream())
                                        .map(link -> new Mark("link", link)),
                                repeated.stream().map(id -> new Mark("repost", id)),
                                Stream.of(new Mark("platform", post.id().platform().key())),
                                Stream.of(new Mark("language", post.reading().language())),
                                Stream.of(new Mark("mood", post.label(brandId).key())),
                                post.emotion().stream()
                                        .map(emotion -> new Mark("emotion", emotion.key())))
                        .flatMap(all -> all);
        boolean wordy = post.context().words().words() >= Words.LEAST_WORDS;
        return new Traits(
                post.id(),
                post.createdAt(),
                post.author().map(author -> author.ref().pseudonym()),
                marks.toList(),
                repeated.or(
                        () ->
                                wordy
                                        ? Optional.of(post.context().words().encoded())
                                        : Optional.empty()),
                0);
    }

    private static Optional<String> repeated(List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.kind() != Reference.Kind.REPLY)
                .map(reference -> reference.target().toString())
                .findFirst();
    }

    private static long reach(Post post) {
        return Stream.of(
                        post.engagement().likes(),
                        post.engagement().reposts(),
                        post.engagement().replies())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }
}
