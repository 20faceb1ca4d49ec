package dev.earshot.core.count;

import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a post says of its author's standing beside its verdict: whom it answers, about what, in
 * which words, and when its public counts were seen.
 *
 * @param references the posts that it answers, repeats or quotes, at most {@value #MAX_REFERENCES}
 * @param hashtags in lower case, without {@code #}, at most {@value #MAX_HASHTAGS}
 * @param words by which a near-duplicate is told
 * @param topics what it is about
 * @param authorSeenAt when the author's public counts were seen
 * @param engagementSeenAt when the post's public counts were seen
 * @param looks models that looked at the same state without making the result that is kept: the
 *     newest revision of each, by name
 */
public record PostContext(
        List<Reference> references,
        List<String> hashtags,
        CommentSketch words,
        TopicSketch topics,
        Instant authorSeenAt,
        Instant engagementSeenAt,
        Map<String, String> looks) {
    /** The most references that are kept; platforms allow one of each kind, seldom more. */
    public static final int MAX_REFERENCES = 4;

    /** The most hashtags that are kept. */
    public static final int MAX_HASHTAGS = 8;

    /**
     * Which of two accounts of the same references tells more; any fixed order of equals will do.
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
        looks = Collections.unmodifiableMap(new TreeMap<>(looks));
    }

    /** A context of which no other model is known to have looked at the post. */
    public PostContext(
            List<Reference> references,
            List<String> hashtags,
            CommentSketch words,
            TopicSketch topics,
            Instant authorSeenAt,
            Instant engagementSeenAt) {
        this(references, hashtags, words, topics, authorSeenAt, engagementSeenAt, Map.of());
    }

    /** Nothing but the time of a first sighting. */
    public static PostContext seen(Instant at) {
        return new PostContext(
                List.of(), List.of(), CommentSketch.of(""), TopicSketch.EMPTY, at, at);
    }

    PostContext with(List<Reference> others, Instant author, Instant engagement) {
        return new PostContext(others, hashtags, words, topics, author, engagement, looks);
    }

    /** The same context after looks of those models, and of no others. */
    public PostContext with(Map<String, String> otherLooks) {
        return new PostContext(
                references, hashtags, words, topics, authorSeenAt, engagementSeenAt, otherLooks);
    }
}
