package dev.earshot.testkit.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log in memory. Thread-safe: one lock. */
public final class InMemoryAuditLog implements AuditLog {
    private final Map<WorkspaceId, List<AuditEntry>> logs = new HashMap<>();

    @Override
    public synchronized void add(WorkspaceId workspace, AuditUse use) {
        List<AuditEntry> log = logs.computeIfAbsent(workspace, w -> new ArrayList<>());
        log.add(
                AuditEntry.after(
                        log.isEmpty() ? Optional.empty() : Optional.of(log.getLast()), use));
    }

    @Override
    public synchronized List<AuditEntry> newest(WorkspaceId workspace, int limit) {
        return logs.getOrDefault(workspace, List.of()).reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<AuditEntry> all(WorkspaceId workspace) {
        return List.copyOf(logs.getOrDefault(workspace, List.of()));
    }
}
