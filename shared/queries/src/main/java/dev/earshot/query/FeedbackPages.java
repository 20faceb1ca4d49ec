package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.FeedbackStore;

import java.util.List;
import java.util.Optional;

/** Pages through corrections, by post id. Thread-safe. */
public final class FeedbackPages {
    private static final int MAX_LIMIT = 100;

    private final FeedbackStore feedback;
    private final Cursors cursors;

    public FeedbackPages(FeedbackStore feedback, Cursors cursors) {
        this.feedback = feedback;
        this.cursors = cursors;
    }

    /**
     * The page after {@code cursor}, or the first.
     *
     * @throws QueryException where the cursor is not one of this listing, or the limit is not 1 to
     *     100
     */
    public ItemPage<Feedback> page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new QueryException(
                    "limit", "limit must lie between 1 and " + MAX_LIMIT + ", got " + limit);
        }
        List<String> scope = List.of("feedback", workspace.value());
        Optional<PostId> after =
                cursor.map(
                        text -> {
                            List<String> fields =
                                    cursors.open(
                                            scope,
                                            text,
                                            2,
                                            "cursor must be one that this listing gave");
                            return new PostId(
                                    Platform.of(fields.get(0)).orElseThrow(), fields.get(1));
                        });
        List<Feedback> items = feedback.list(workspace, after, limit);
        return new ItemPage<>(
                items,
                items.size() < limit
                        ? Optional.empty()
                        : Optional.of(seal(scope, items.getLast().post())));
    }

    private String seal(List<String> scope, PostId last) {
        return cursors.seal(scope, List.of(last.platform().key(), last.nativeId()));
    }
}
