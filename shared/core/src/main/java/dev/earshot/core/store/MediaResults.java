package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;

import java.util.Optional;

/**
 * Keeps what was found in uploaded files. Thread-safe; failures surface as {@link StoreException}.
 */
public interface MediaResults {
    /**
     * Stores a result unless one of a later version is stored; true if it was stored. {@code
     * Queued} does not replace a fuller result of the same version.
     */
    boolean put(MediaAnalysis analysis);

    /** Deletes a file's result, if its version is not later than {@code version}. */
    void delete(WorkspaceId workspace, String key, String version);

    /** The result for a key. */
    Optional<MediaAnalysis> get(WorkspaceId workspace, String key);
}
