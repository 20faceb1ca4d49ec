package dev.earshot.core.count;

import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What scoring an author needs of a post beside its verdict: whom it answers, about what, in which
 * words, and when its public counts were seen.
 *
 * @param references the posts that it answers, repeats or quotes, at most {@value #MAX_REFERENCES}
 * @param hashtags in lower case, without {@code #}, at most {@value #MAX_HASHTAGS}
 * @param words sketch that tells near-duplicates
 * @param topics sketch of what it is about
 * @param authorSeenAt when the author's public counts were seen
 * @param engagementSeenAt when the post's public counts were seen
 * @param seenBy models that have seen the same state without making the kept result: the newest
 *     revision of each, by name
 * @param beside what was read beside the author's own words; empty if nothing stands there
 * @param conversation the conversation that it begins or continues, where somebody should answer
 * @param unread brands that claimed the post after it was read, and of which no model has read what
 *     it says among other brands; sorted
 */
public record PostContext(
        List<Reference> references,
        List<String> hashtags,
        CommentSketch words,
        TopicSketch topics,
        Instant authorSeenAt,
        Instant engagementSeenAt,
        Map<String, String> seenBy,
        Optional<ContextReading> beside,
        Optional<Conversation> conversation,
        List<String> unread) {
    /** At most this many references are kept; platforms allow one of each kind, seldom more. */
    public static final int MAX_REFERENCES = 4;

    /** At most this many hashtags are kept. */
    public static final int MAX_HASHTAGS = 8;

    /**
     * The list that says more about the same references comes last; ties are broken in a fixed,
     * arbitrary order.
     */
    static final Comparator<List<Reference>> TELLING =
            Comparator.comparingLong(
                            (List<Reference> all) ->
                                    all.stream().filter(r -> r.author().isPresent()).count())
                    .thenComparingInt(List::size)
                    .thenComparing(Object::toString);

    public PostContext {
        references = references.stream().distinct().limit(MAX_REFERENCES).toList();
        hashtags = hashtags.stream().distinct().limit(MAX_HASHTAGS).toList();
        seenBy = Collections.unmodifiableMap(new TreeMap<>(seenBy));
        unread = unread.stream().distinct().sorted().toList();
    }

    /** A context in which no other model is known to have seen the post. */
    public PostContext(
            List<Reference> references,
            List<String> hashtags,
            CommentSketch words,
            TopicSketch topics,
            Instant authorSeenAt,
            Instant engagementSeenAt) {
        this(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** A context with nothing but the time of a first sighting. */
    public static PostContext seen(Instant at) {
        return new PostContext(
                List.of(), List.of(), CommentSketch.of(""), TopicSketch.EMPTY, at, at);
    }

    PostContext with(List<Reference> others, Instant author, Instant engagement) {
        return new PostContext(
                others,
                hashtags,
                words,
                topics,
                author,
                engagement,
                seenBy,
                beside,
                conversation,
                unread);
    }

    /** The same context with {@code seenBy} replaced. */
    public PostContext with(Map<String, String> otherModels) {
        return new PostContext(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                otherModels,
                beside,
                conversation,
                unread);
    }

    /** The same context with what was read beside the author's own words. */
    public PostContext with(ContextReading passages) {
        return new PostContext(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                seenBy,
                Optional.of(passages),
                conversation,
                unread);
    }

    /** The same context in a conversation. */
    public PostContext with(Conversation of) {
        return new PostContext(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                seenBy,
                beside,
                Optional.of(of),
                unread);
    }

    PostContext referring(List<Reference> others) {
        return new PostContext(
                others,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                seenBy,
                beside,
                conversation,
                unread);
    }

    PostContext unread(List<String> brands) {
        return new PostContext(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                seenBy,
                beside,
                conversation,
                brands);
    }
}
