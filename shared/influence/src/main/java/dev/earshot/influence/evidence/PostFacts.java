package dev.earshot.influence.evidence;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the score needs to know about one live post.
 *
 * @param kind whether it is an original post, a reply or a repost
 * @param createdAt by the platform's clock; may be after {@code observedAt} if clocks disagree
 * @param observedAt when {@code engagement} was read
 * @param followers the author's followers, as stated in the same payload
 * @param language BCP-47 tag, {@code und} if unknown
 * @param unsafe whether a picture of the post was flagged unsafe
 * @param brands ids of the brands it mentions
 * @param topics sketch of its text and of the labels of its pictures
 * @param advertising whether its author says that it is advertising
 */
public record PostFacts(
        PostId id,
        Kind kind,
        Instant createdAt,
        Instant observedAt,
        Engagement engagement,
        OptionalLong followers,
        String language,
        SentimentLabel sentiment,
        boolean unsafe,
        List<String> brands,
        TopicSketch topics,
        boolean advertising) {
    /** Kind of post; quotes count as original. */
    public enum Kind {
        ORIGINAL,
        REPLY,
        REPOST
    }

    public PostFacts {
        brands = List.copyOf(brands);
    }
}
