package dev.earshot.core.count;

import dev.earshot.core.post.PostId;

import java.time.Instant;

/** What the table says under one post id. */
public sealed interface StoredPost {
    /** A post with its result. */
    record Live(PostAnalysis analysis) implements StoredPost {}

    /** The post was removed; nothing of it may come back. */
    record Tombstone(PostId id, Instant removedAt) implements StoredPost {}

    /** The id names an edit of another post. */
    record Alias(PostId id, PostId canonical) implements StoredPost {}
}
