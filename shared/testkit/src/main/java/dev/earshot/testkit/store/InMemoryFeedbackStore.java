package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.feedback.Feedback;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.FeedbackStore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Corrections in memory, shown while their post is there. Thread-safe: one lock. */
public final class InMemoryFeedbackStore implements FeedbackStore {
    private final AnalysisStore posts;
    private final Map<String, Feedback> byKey = new TreeMap<>(ByteOrder.ASCENDING);

    /**
     * @param posts the posts that the corrections are of
     */
    public InMemoryFeedbackStore(AnalysisStore posts) {
        this.posts = posts;
    }

    @Override
    public synchronized boolean put(Feedback feedback) {
        if (!live(feedback)) {
            return false;
        }
        byKey.put(feedback.workspace() + "#" + feedback.post(), feedback);
        return true;
    }

    @Override
    public synchronized List<Feedback> list(
            WorkspaceId workspace, Optional<PostId> after, int limit) {
        byKey.values().removeIf(feedback -> !live(feedback));
        return byKey.values().stream()
                .filter(feedback -> feedback.workspace().equals(workspace))
                .filter(
                        feedback ->
                                after.map(
                                                last ->
                                                        ByteOrder.ASCENDING.compare(
                                                                        feedback.post().toString(),
                                                                        last.toString())
                                                                > 0)
                                        .orElse(true))
                .limit(limit)
                .toList();
    }

    private boolean live(Feedback feedback) {
        return posts.post(feedback.workspace(), feedback.post())
                .filter(post -> post.id().equals(feedback.post()))
                .isPresent();
    }
}
