package dev.earshot.core.audit;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.util.List;

/**
 * Keeps who has used which special right, for as long as results are kept. Lines are added and
 * never changed. Thread-safe; failures surface as {@link StoreException}.
 */
public interface AuditLog {
    /** Adds a line behind the last, whoever else adds at the same time. */
    void add(WorkspaceId workspace, AuditUse use);

    /** The newest lines, newest first. */
    List<AuditEntry> newest(WorkspaceId workspace, int limit);

    /** All lines that are still kept, ascending. */
    List<AuditEntry> all(WorkspaceId workspace);
}
