package dev.earshot.evaluation.influence.world;

import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;

import java.time.Instant;
import java.util.Optional;

/**
 * A post as it is, with its counts at collection time; a platform may state fewer of them.
 *
 * @param views negative if its author hides them
 * @param followers the author's followers when the post was collected; negative where a response
 *     does not state them
 */
public record RawPost(
        PostId id,
        RawAccount author,
        Instant createdAt,
        String text,
        Optional<Reference> reference,
        long likes,
        long replies,
        long reposts,
        long views,
        long followers) {
    /** The same post with more likes and replies. */
    RawPost plus(long moreLikes, long moreReplies) {
        return new RawPost(
                id,
                author,
                createdAt,
                text,
                reference,
                likes + moreLikes,
                replies + moreReplies,
                reposts,
                views,
                followers);
    }

    /** The same post with another number of followers. */
    RawPost withFollowers(long count) {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, views, count);
    }

    /** The same post without views. */
    RawPost withoutViews() {
        return new RawPost(
                id, author, createdAt, text, reference, likes, replies, reposts, -1, followers);
    }

    /** The same post with more words. */
    RawPost with(String words) {
        return new RawPost(
                id,
                author,
                createdAt,
                text + " " + words,
                reference,
                likes,
                replies,
                reposts,
                views,
                followers);
    }
}
