package dev.earshot.core.post;

import java.util.Optional;

/**
 * How a post points at another.
 *
 * @param author who wrote the target, where the payload tells
 */
public record Reference(Kind kind, PostId target, Optional<AuthorRef> author) {
    /** A reference to a post whose author is not told. */
    public Reference(Kind kind, PostId target) {
        this(kind, target, Optional.empty());
    }

    /** The relation to the target. */
    public enum Kind {
        REPLY,
        REPOST,
        QUOTE
    }
}
