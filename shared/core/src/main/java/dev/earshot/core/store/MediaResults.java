package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;

import java.util.Optional;

/**
 * Keeps what was found in uploaded files. Thread-safe; failures surface as {@link StoreException}.
 */
public interface MediaResults {
    /**
     * Keeps a result unless one of a later version is there; true if it was kept. That a file is
     * queued is not kept either where a result of the same version says more.
     */
    boolean put(MediaAnalysis analysis);

    /** Forgets a file's result, if its version is not later than {@code version}. */
    void delete(WorkspaceId workspace, String key, String version);

    /** The result for a key. */
    Optional<MediaAnalysis> get(WorkspaceId workspace, String key);
}
