package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.reading.brand.BrandMatcher;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts that are read and kept in memory by the rules of the table: edits, duplicates and removals
 * leave what they leave there. For one thread.
 */
public final class PostsInMemory {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private final PostReadings readings;
    private final BrandMatcher matcher;
    private final Map<PostId, StoredPost> stored = new HashMap<>();

    public PostsInMemory(PostReadings readings, BrandMatcher matcher) {
        this.readings = readings;
        this.matcher = matcher;
    }

    /** Reads posts in one model call, and keeps them. */
    public void store(List<Post> posts) {
        for (PostAnalysis analysis : readings.read(WORKSPACE, posts, matcher)) {
            stored.putAll(Ledger.apply(new PostChange.Store(analysis), stored).puts());
        }
    }

    /** Removes a post, as its platform demands. */
    public void remove(PostId id, Instant at) {
        stored.putAll(Ledger.apply(new PostChange.Remove(id, at), stored).puts());
    }

    /** The live posts of known authors, in no particular order. */
    public List<AuthorPost> authorPosts() {
        return stored.values().stream()
                .filter(StoredPost.Live.class::isInstance)
                .flatMap(live -> AuthorPost.of(((StoredPost.Live) live).analysis()).stream())
                .toList();
    }
}
