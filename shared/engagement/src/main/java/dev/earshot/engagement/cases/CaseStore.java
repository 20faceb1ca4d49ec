package dev.earshot.engagement.cases;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the cases' logs and finds the cases' posts. A case is there as long as one of its posts is:
 * a post's removal takes it out of its case in the same step, and the log goes with the post that
 * began the case. Thread-safe; failures surface as {@link StoreException}.
 */
public interface CaseStore {
    /** A case with all its posts; empty where none of them is there. */
    Optional<CaseFile> find(WorkspaceId workspace, CaseId id);

    /**
     * Cases whose conversation began in [from, to), newest first; ties by id, descending.
     *
     * @param after only cases that come after this one; empty to begin
     * @param limit 1 to {@value #MAX_PAGE}
     */
    List<CaseFile> list(
            WorkspaceId workspace, Instant from, Instant to, Optional<CaseId> after, int limit);

    /** Largest page of a listing. */
    int MAX_PAGE = 100;

    /**
     * Adds an entry to each of some cases' logs, to all or to none.
     *
     * @param additions of different cases, at most 10
     * @return false, with nothing written, where a log has grown since its file was read, or the
     *     case is gone
     */
    boolean append(WorkspaceId workspace, List<Addition> additions);

    /**
     * An entry to add.
     *
     * @param file the case as it was read
     */
    record Addition(CaseFile file, CaseEvent event) {}

    /** The settings; empty where none were stored. */
    Optional<CaseSettings> settings(WorkspaceId workspace);

    /** Stores settings in place of any before. */
    void put(WorkspaceId workspace, CaseSettings settings);
}
