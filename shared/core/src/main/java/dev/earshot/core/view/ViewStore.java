package dev.earshot.core.view;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.util.List;

/** Keeps saved views. Thread-safe; failures surface as {@link StoreException}. */
public interface ViewStore {
    /** The most views of a workspace. */
    int MAX_VIEWS = 100;

    /** All of a workspace, by id. */
    List<SavedView> all(WorkspaceId workspace);

    /**
     * Keeps a view if what is there is the version before it: none where its version is 1.
     *
     * @return whether it was so
     */
    boolean put(WorkspaceId workspace, SavedView view);

    /**
     * Deletes a view.
     *
     * @return whether there was one
     */
    boolean delete(WorkspaceId workspace, String id);
}
