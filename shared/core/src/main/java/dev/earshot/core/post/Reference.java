package dev.earshot.core.post;

/** How a post points at another. */
public record Reference(Kind kind, PostId target) {
    /** The relation to the target. */
    public enum Kind {
        REPLY,
        REPOST,
        QUOTE
    }
}
