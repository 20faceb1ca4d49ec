package dev.earshot.core.count;

import dev.earshot.core.post.PostId;

import java.time.Instant;

/** A change to the stored posts. */
public sealed interface PostChange {
    /** The id that the change is about. */
    PostId id();

    /** Keep this result unless a later revision or a removal is stored already. */
    record Store(PostAnalysis analysis) implements PostChange {
        @Override
        public PostId id() {
            return analysis.id();
        }
    }

    /** Remove the post, its text and its counts for good; later results of it are ignored. */
    record Remove(PostId id, Instant at) implements PostChange {}
}
