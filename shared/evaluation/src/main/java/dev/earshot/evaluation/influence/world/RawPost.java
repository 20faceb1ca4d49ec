package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post as a platform would deliver it, with its counts at the time of collection.
 *
 * @param views below 0 where the platform does not tell
 * @param followers the author's when the post was seen; below 0 where it does not tell
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
    /** The same post with more response. */
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

    /** The same post by an author with that many followers. */
    public RawPost withFollowers(long count) {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, quotes, views,
                count, following, language, sentiment, brands);
    }

    /** The same post in another language tag. */
    public RawPost tagged(String tag) {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, quotes, views,
                followers, following, tag, sentiment, brands);
    }
}
