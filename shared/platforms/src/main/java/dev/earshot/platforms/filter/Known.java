package dev.earshot.platforms.filter;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;

import java.util.Collection;
import java.util.Set;

/** What is stored already, so that only removals that concern it are sent on. Thread-safe. */
public interface Known {
    /** Those of some posts that are stored. */
    Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids);

    /** Whether posts of an author are stored. */
    boolean author(WorkspaceId workspace, AuthorRef author);

    /** Whether an author's account is known to have ended. */
    boolean ended(WorkspaceId workspace, AuthorRef author);
}
