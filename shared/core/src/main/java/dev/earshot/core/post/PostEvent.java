package dev.earshot.core.post;

import java.time.Instant;

/** What a platform says about a post. */
public sealed interface PostEvent {
    /** The post that the event is about. */
    PostId id();

    /** The post exists in this state: it is new, was edited, or is sent again. */
    record Published(Post post) implements PostEvent {
        @Override
        public PostId id() {
            return post.id();
        }
    }

    /** The post was deleted or withdrawn; final, whenever it arrives. */
    record Removed(PostId id, Instant at) implements PostEvent {}
}
