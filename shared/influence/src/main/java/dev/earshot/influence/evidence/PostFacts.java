package dev.earshot.influence.evidence;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the score needs of one live post.
 *
 * @param kind whether the author wrote it for everybody, answered, or passed on another's post
 * @param createdAt by the platform's clock; may lie after {@code observedAt} where clocks disagree
 * @param observedAt when {@code engagement} was true
 * @param followers the author's followers as the same payload stated them
 * @param language BCP-47 tag, {@code und} where unknown
 * @param unsafe whether a picture of the post was flagged
 * @param brands ids of the brands it mentions
 * @param topics of its text and the labels of its pictures
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
        TopicSketch topics) {
    /** How a post came about; quotes are original, replies and reposts are not. */
    public enum Kind {
        ORIGINAL,
        REPLY,
        REPOST
    }

    public PostFacts {
        brands = List.copyOf(brands);
    }
}
