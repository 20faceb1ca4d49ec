package dev.earshot.core.count;

import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;

import java.time.Instant;
import java.util.List;

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

    /**
     * Attribute a stored state of a post to brands anew, without reading it again. Of the {@code
     * subjects}, it will be about those that are {@code named} and about no others; all other
     * brands stay. Nothing happens if the post is in another state by then: that one was read with
     * its own brands.
     *
     * @param state which state of the post was looked at
     * @param subjects brands that are decided upon
     * @param named those among them that the post names
     * @param unread those among the named of which no model has read what the post says
     * @param own those among the subjects whose own account wrote the post
     */
    record Attribute(
            PostId id,
            Revision state,
            List<String> subjects,
            List<String> named,
            List<String> unread,
            List<String> own)
            implements PostChange {
        public Attribute {
            subjects = List.copyOf(subjects);
            named = List.copyOf(named);
            unread = List.copyOf(unread);
            own = List.copyOf(own);
        }
    }

    /**
     * Forget some of the posts that a post answers or quotes, and begin its conversation anew with
     * itself where it began with a post that is forgotten.
     *
     * @param gone the references that are to go
     * @param conversation whether the conversation's first post is forgotten
     */
    record Unlink(PostId id, List<Reference> gone, boolean conversation) implements PostChange {
        public Unlink {
            gone = List.copyOf(gone);
        }
    }

    /** Remove the post, its text and its counts for good; later results of it are ignored. */
    record Remove(PostId id, Instant at) implements PostChange {}
}
