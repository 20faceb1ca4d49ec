package dev.earshot.influence.shortlist;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.StoreException;

import java.util.List;

/** Keeps shortlists. Thread-safe; failures throw {@link StoreException}. */
public interface ShortlistStore {
    /** At most this many authors stand on all lists of a workspace together. */
    int MAX_ENTRIES = 1_000;

    /** Everybody on any list of the workspace, by list and then by pseudonym. */
    List<Shortlisted> all(WorkspaceId workspace);

    /** Everybody on one list, by pseudonym; empty if nobody is. */
    List<Shortlisted> of(WorkspaceId workspace, String list);

    /** Puts an author on a list, or changes the note. */
    void put(WorkspaceId workspace, Shortlisted author);

    /** Takes an author off a list; true if it was on it. */
    boolean remove(WorkspaceId workspace, String list, AuthorRef author);

    /** Takes an author off every list. */
    void forget(WorkspaceId workspace, AuthorRef author);
}
