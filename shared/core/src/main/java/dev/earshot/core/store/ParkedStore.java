package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;

import java.util.List;
import java.util.Optional;

/** Keeps what could not be taken. Thread-safe; failures surface as {@link StoreException}. */
public interface ParkedStore {
    /** Keeps one; parking the same id again keeps the latest. */
    void park(Parked parked);

    /**
     * Newest first; {@code payload} is empty in this listing.
     *
     * @param after the last item of the page before, empty to begin
     * @param limit 1 to 100
     */
    List<Parked> list(WorkspaceId workspace, Optional<Parked> after, int limit);

    /** One, with its payload. */
    Optional<Parked> get(WorkspaceId workspace, String id);
}
