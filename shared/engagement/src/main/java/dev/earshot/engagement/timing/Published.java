package dev.earshot.engagement.timing;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post that was published, and what came of it.
 *
 * @param account whose level it is compared with
 * @param topics its hashtags
 * @param format {@code text}, {@code picture} or {@code clip}
 * @param mood the label of its text
 * @param responses likes, replies, reposts and quotes, as seen last
 */
public record Published(
        Instant at,
        String account,
        List<String> topics,
        String format,
        String mood,
        long responses) {
    public Published {
        topics = List.copyOf(topics);
    }

    /** A stored post; empty where its responses or its author are not known, and of a repost. */
    public static Optional<Published> of(PostAnalysis post) {
        Engagement counts = post.engagement();
        boolean unknown =
                counts.likes().isEmpty()
                        && counts.replies().isEmpty()
                        && counts.reposts().isEmpty();
        if (unknown || post.isRepost()) {
            return Optional.empty();
        }
        return post.author()
                .map(
                        author ->
                                new Published(
                                        post.createdAt(),
                                        author.ref().pseudonym(),
                                        post.context().hashtags(),
                                        format(post),
                                        post.reading().label().key(),
                                        counts.interactions()));
    }

    private static String format(PostAnalysis post) {
        if (post.media().isEmpty()) {
            return "text";
        }
        return post.media().stream().allMatch(media -> media.kind() == MediaRef.Kind.IMAGE)
                ? "picture"
                : "clip";
    }

    /** On the scale on which posts are compared: the logarithm, since few posts get most. */
    double level() {
        return Math.log1p((double) responses);
    }
}
