package dev.earshot.queryapi.alert;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Examples that are still stored: an example goes with its post. Thread-safe. */
final class KeptExamples {
    private final AnalysisStore posts;

    KeptExamples(AnalysisStore posts) {
        this.posts = posts;
    }

    /** Those of the posts that are still stored, read in one batch. */
    Set<PostId> of(WorkspaceId workspace, Set<PostId> examples) {
        if (examples.isEmpty()) {
            return Set.of();
        }
        Map<PostId, StoredPost> stored = posts.find(workspace, examples);
        return examples.stream()
                .filter(
                        id ->
                                switch (stored.get(id)) {
                                    case null -> false;
                                    case StoredPost.Live live -> true;
                                    case StoredPost.Tombstone gone -> false;
                                    case StoredPost.Alias alias ->
                                            posts.post(workspace, id).isPresent();
                                })
                .collect(Collectors.toSet());
    }
}
