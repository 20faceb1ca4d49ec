package dev.earshot.collect.state;

import dev.earshot.collect.source.SourceSpec;
import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps sources, and how far they are. Thread-safe; failures surface as {@link
 * dev.earshot.core.store.StoreException}.
 */
public interface SourceStore {
    /** Most sources of a workspace. */
    int MAX_SOURCES = 200;

    /** The workspaces that have sources. */
    List<WorkspaceId> workspaces();

    /** A workspace's sources, by id. */
    List<SourceSpec> sources(WorkspaceId workspace);

    /** One source. */
    Optional<SourceSpec> source(WorkspaceId workspace, String id);

    /** Adds or replaces a source; what has been collected of it stays. */
    void put(WorkspaceId workspace, SourceSpec source);

    /** Removes a source and all that is known of it; true if it was there. */
    boolean delete(WorkspaceId workspace, String id);

    /** What is known of a source's collecting; {@link SourceStatus#NEW} if nothing. */
    SourceStatus status(WorkspaceId workspace, String id);

    /**
     * Takes a source for one holder, unless another has it.
     *
     * @param until when another may take it, should this holder vanish
     */
    boolean lease(WorkspaceId workspace, String id, String holder, Instant now, Instant until);

    /** How far each list or log of a source is, by its name. */
    Map<String, Progress> progress(WorkspaceId workspace, String id);

    /**
     * Keeps, all at once, how far a list or log is and what is known of the source.
     *
     * @return false, with nothing kept, if the holder no longer has the source
     */
    boolean save(
            WorkspaceId workspace,
            String id,
            String holder,
            SourceStatus status,
            String stream,
            Progress progress);

    /**
     * Keeps what is known of a source and lets others take it.
     *
     * @return false, with nothing kept, if the holder no longer has the source
     */
    boolean release(WorkspaceId workspace, String id, String holder, SourceStatus status);
}
