package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.post.PostId;

import java.util.List;
import java.util.Optional;

/**
 * Keeps people's corrections, one a post, apart from the results. They go when their post goes.
 * Thread-safe; failures surface as {@link StoreException}.
 */
public interface FeedbackStore {
    /**
     * Stores a correction in place of any earlier one of the same post.
     *
     * @return false, with nothing stored, where the post is not there or was removed
     */
    boolean put(Feedback feedback);

    /**
     * Corrections by post id, ascending by its text form.
     *
     * @param after the last post of the page before, empty to begin
     * @param limit 1 to 100
     */
    List<Feedback> list(WorkspaceId workspace, Optional<PostId> after, int limit);
}
