package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.PostId;

import java.util.List;
import java.util.Optional;

/**
 * All live posts of a workspace, whether or not an author or a brand is known, in an order of the
 * store's own. Posts that are stored meanwhile may be seen or not; one that stays is seen once.
 * Thread-safe; failures surface as {@link StoreException}.
 */
public interface PostScan {
    /** The posts are spread over this many parts. */
    int PARTS = 64;

    /**
     * Posts of one part, strongly consistent.
     *
     * @param part 0 to {@value #PARTS} - 1
     * @param after only posts that come after this one; empty to begin
     * @param limit at most so many, at least 1
     */
    Page part(WorkspaceId workspace, int part, Optional<PostId> after, int limit);

    /**
     * Some posts of a part.
     *
     * @param next the last of them if there may be more; empty at the end of the part
     */
    record Page(List<PostAnalysis> posts, Optional<PostId> next) {
        public Page {
            posts = List.copyOf(posts);
        }
    }
}
