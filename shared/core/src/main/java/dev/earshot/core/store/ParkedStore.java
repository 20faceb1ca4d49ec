package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.util.List;
import java.util.Optional;

/**
 * Keeps records that could not be processed. Thread-safe; failures surface as {@link
 * StoreException}.
 */
public interface ParkedStore {
    /** Stores a record; parking the same id again keeps the latest. */
    void park(Parked parked);

    /**
     * Parked records, newest first; {@code payload} is empty in this listing.
     *
     * @param after the last item of the page before, empty to begin
     * @param limit 1 to 100
     */
    List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit);

    /** One parked record, with its payload. */
    Optional<Parked> get(WorkspaceId workspace, String id);
}
