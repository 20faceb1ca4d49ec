package dev.earshot.core.post;

import java.util.Optional;

/**
 * A post's reference to another post.
 *
 * @param author who wrote the target, where the payload says so
 */
public record Reference(Kind kind, PostId target, Optional<AuthorRef> author) {
    /** A reference to a post whose author is unknown. */
    public Reference(Kind kind, PostId target) {
        this(kind, target, Optional.empty());
    }

    /** Relation to the target. */
    public enum Kind {
        REPLY,
        REPOST,
        QUOTE
    }
}
