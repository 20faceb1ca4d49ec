package dev.earshot.core.directory;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.StoreException;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Keeps who the public creators of a workspace are. Thread-safe; failures throw {@link
 * StoreException}.
 *
 * <p>Each entry is encrypted under a key of its own, which goes with the entry: what is forgotten
 * can't be read again. Nobody is listed while the directory is off, nor who objects to being
 * scored; both hold from the moment that the call which says so returns.
 */
public interface CreatorDirectory {
    /** Off unless it was turned on. */
    DirectorySettings settings(WorkspaceId workspace);

    /** Turns the directory on or changes it; turned off, every entry is forgotten. */
    void change(WorkspaceId workspace, DirectorySettings settings);

    /**
     * Lists creators, or what is newly seen of them; those with too few followers, those who object
     * and all while the directory is off are left out.
     */
    void list(WorkspaceId workspace, List<Creator> creators);

    /** The entries of those who are listed, at most 100. */
    Map<AuthorRef, Creator> find(WorkspaceId workspace, Collection<AuthorRef> authors);

    /**
     * Seals anew what lies under a key that is not the current one, so that the former can be
     * retired. Who is forgotten meanwhile stays forgotten; broken off, it is to be called again.
     *
     * @return how many entries were sealed anew
     */
    int reseal(WorkspaceId workspace);

    /** Forgets one; true if there was an entry. */
    boolean forget(WorkspaceId workspace, AuthorRef author);
}
