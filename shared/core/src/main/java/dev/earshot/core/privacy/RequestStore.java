package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.util.List;
import java.util.Optional;

/** Keeps people's requests. Thread-safe; failures surface as {@link StoreException}. */
public interface RequestStore {
    /**
     * Stores a request of version 1 that is not there yet, or one that follows on the version that
     * is there.
     *
     * @return false, with nothing written, if it does not follow on what is there
     */
    boolean put(PersonRequest request);

    /** One request. */
    Optional<PersonRequest> find(WorkspaceId workspace, String id);

    /** All requests, the latest received first. */
    List<PersonRequest> list(WorkspaceId workspace);
}
