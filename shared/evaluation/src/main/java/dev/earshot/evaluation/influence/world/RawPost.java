package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post as a platform would deliver it, with its counts at collection time.
 *
 * @param views negative if the platform does not report them
 * @param followers the author's followers when the post was collected; negative if not reported
 */
public record RawPost(
        PostId id,
        AuthorRef author,
        Instant createdAt,
        String text,
        Optional<Reference> reference,
        long likes,
        long replies,
        long reposts,
        long quotes,
        long views,
        long followers,
        long following,
        String language,
        SentimentLabel sentiment,
        List<String> brands) {
    /** The same post with more likes, replies and reposts. */
    public RawPost plus(long moreLikes, long moreReplies, long moreReposts) {
        return new RawPost(
                id,
                author,
                createdAt,
                text,
                reference,
                likes + moreLikes,
                replies + moreReplies,
                reposts + moreReposts,
                quotes,
                views,
                followers,
                following,
                language,
                sentiment,
                brands);
    }

    /** The same post with another number of followers. */
    public RawPost withFollowers(long count) {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, quotes, views,
                count, following, language, sentiment, brands);
    }

    /** The same post with another language tag. */
    public RawPost tagged(String tag) {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, quotes, views,
                followers, following, tag, sentiment, brands);
    }
}
