package dev.earshot.core.author;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What scoring an author needs of one live post: the post's result without its text. It holds
 * public counts, verdicts and hashes only, and lives exactly as long as the post.
 *
 * @param createdAt as the platform states it; with a skewed clock it may lie after the sighting
 * @param author as seen last, at {@code authorSeenAt}
 * @param engagement as seen last, at {@code engagementSeenAt}
 * @param valence probability of positive minus that of negative, -1 to 1; empty where the model
 *     abstained
 * @param brands ids of the brands that it mentions, sorted
 * @param hashtags lower case
 * @param references the posts it answers, repeats or quotes: an edge from its author to the
 *     target's
 * @param pictures keys of its uploaded pictures, at most {@value #MAX_PICTURES}
 * @param words sketch that tells near-duplicates
 * @param topics sketch of what it is about
 */
public record AuthorPost(
        PostId id,
        Instant createdAt,
        Author author,
        Instant authorSeenAt,
        Engagement engagement,
        Instant engagementSeenAt,
        SentimentLabel sentiment,
        OptionalDouble valence,
        String language,
        List<String> brands,
        List<String> hashtags,
        List<Reference> references,
        List<String> pictures,
        CommentSketch words,
        TopicSketch topics) {
    /** At most this many picture keys are kept. */
    public static final int MAX_PICTURES = 4;

    public AuthorPost {
        brands = List.copyOf(brands);
        hashtags = List.copyOf(hashtags);
        references = List.copyOf(references);
        pictures = List.copyOf(pictures);
    }

    /** What a post's result adds to its author's activity; empty where no author is known. */
    public static Optional<AuthorPost> of(PostAnalysis post) {
        return post.author()
                .map(
                        author ->
                                of(
                                        post.id(),
                                        post.createdAt(),
                                        author,
                                        post.engagement(),
                                        post.reading(),
                                        post.brands(),
                                        post.media(),
                                        post.context()));
    }

    /** Likewise, from the parts of a post's result that it needs. */
    public static AuthorPost of(
            PostId id,
            Instant createdAt,
            Author author,
            Engagement engagement,
            Reading reading,
            List<String> brands,
            List<MediaRef> media,
            PostContext context) {
        return new AuthorPost(
                id,
                createdAt,
                author,
                context.authorSeenAt(),
                engagement,
                context.engagementSeenAt(),
                reading.label(),
                valence(reading),
                reading.language(),
                brands,
                context.hashtags(),
                context.references(),
                pictures(media),
                context.words(),
                context.topics());
    }

    /** Whether it is a repost: its words and its reception are not the author's own. */
    public boolean isRepost() {
        return references.stream().anyMatch(r -> r.kind() == Reference.Kind.REPOST);
    }

    /**
     * When it was published, but never after it was seen: a fast clock must not make it younger.
     */
    public Instant publishedAt() {
        Instant seen = engagementSeenAt.isAfter(authorSeenAt) ? engagementSeenAt : authorSeenAt;
        return createdAt.isAfter(seen) ? seen : createdAt;
    }

    private static List<String> pictures(List<MediaRef> media) {
        return media.stream()
                .filter(each -> each.kind() == MediaRef.Kind.IMAGE)
                .map(MediaRef::reference)
                .filter(reference -> reference.startsWith("media/"))
                .limit(MAX_PICTURES)
                .toList();
    }

    /** Rounded to four decimals, as probabilities are in the table. */
    private static OptionalDouble valence(Reading reading) {
        return switch (reading) {
            case Reading.Abstained abstained -> OptionalDouble.empty();
            case Reading.Read read ->
                    OptionalDouble.of(
                            Math.rint(
                                            10_000
                                                    * (read.analysis().sentiment().positive()
                                                            - read.analysis()
                                                                    .sentiment()
                                                                    .negative()))
                                    / 10_000);
        };
    }
}
