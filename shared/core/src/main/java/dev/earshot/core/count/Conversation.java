package dev.earshot.core.count;

import dev.earshot.core.post.PostId;

import java.time.Instant;
import java.util.Comparator;

/**
 * The conversation with a brand's public that a post begins or continues. What a post was told
 * first holds for good, whatever is read from it later: the {@link Ledger} sees to that.
 *
 * @param first the post that began it, under the id by which it was known then; the post itself
 *     where it begins one
 * @param begun when that post was published
 * @param taken when this post was taken into it
 */
public record Conversation(PostId first, Instant begun, Instant taken) {
    /** Which of several holds: the earliest, on a tie one and always the same. */
    static final Comparator<Conversation> EARLIEST =
            Comparator.comparing(Conversation::taken).thenComparing(Conversation::toString);
}
