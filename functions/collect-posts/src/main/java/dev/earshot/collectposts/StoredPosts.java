package dev.earshot.collectposts;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.platforms.filter.Known;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the table holds. Thread-safe. */
record StoredPosts(AnalysisStore posts, AuthorPosts authors, AuthorEnds ends) implements Known {
    @Override
    public Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids) {
        return posts.find(workspace, ids).keySet();
    }

    @Override
    public boolean author(WorkspaceId workspace, AuthorRef author) {
        return !authors.posts(workspace, author).isEmpty();
    }

    @Override
    public boolean ended(WorkspaceId workspace, AuthorRef author) {
        return !ends.ended(workspace, List.of(ErasureMark.of(author))).isEmpty();
    }
}
