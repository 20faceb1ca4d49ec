package dev.earshot.core.count;

import dev.earshot.core.post.PostId;

import java.time.Instant;

/** What is stored under one post id. */
public sealed interface StoredPost {
    /** A post with its result. */
    record Live(PostAnalysis analysis) implements StoredPost {}

    /** The post was removed for good; later results of it are ignored. */
    record Tombstone(PostId id, Instant removedAt) implements StoredPost {}

    /** The id names an edit of another post. */
    record Alias(PostId id, PostId canonical) implements StoredPost {}
}
