package dev.earshot.core.count;

import dev.earshot.core.brand.Subject;
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
 * @param subjects the products and hashtags of its brands that it names and that are counted, at
 *     most {@value #MAX_SUBJECTS}
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
        List<String> unread,
        List<Subject> subjects) {
    /** At most this many references are kept; platforms allow one of each kind, seldom more. */
    public static final int MAX_REFERENCES = 4;

    /** At most this many hashtags are kept. */
    public static final int MAX_HASHTAGS = 8;

    /** At most this many subjects are kept. */
    public static final int MAX_SUBJECTS = 8;

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
        subjects = subjects.stream().distinct().limit(MAX_SUBJECTS).toList();
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
                List.of(),
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
                unread,
                subjects);
    }

    /** The same context with {@code seenBy} replaced. */
    public PostContext with(Map<String, String> otherModels) {
        return with(otherModels, beside, conversation, unread, subjects);
    }

    /** The same context with what was read beside the author's own words. */
    public PostContext with(ContextReading passages) {
        return with(seenBy, Optional.of(passages), conversation, unread, subjects);
    }

    /** The same context in a conversation. */
    public PostContext with(Conversation of) {
        return with(seenBy, beside, Optional.of(of), unread, subjects);
    }

    PostContext referring(List<Reference> others) {
        return with(others, authorSeenAt, engagementSeenAt);
    }

    PostContext unread(List<String> brands) {
        return with(seenBy, beside, conversation, brands, subjects);
    }

    /** The same context with what is counted of it beside its brands. */
    public PostContext about(List<Subject> named) {
        return with(seenBy, beside, conversation, unread, named);
    }

    private PostContext with(
            Map<String, String> otherModels,
            Optional<ContextReading> passages,
            Optional<Conversation> of,
            List<String> brands,
            List<Subject> named) {
        return new PostContext(
                references,
                hashtags,
                words,
                topics,
                authorSeenAt,
                engagementSeenAt,
                otherModels,
                passages,
                of,
                brands,
                named);
    }
}
