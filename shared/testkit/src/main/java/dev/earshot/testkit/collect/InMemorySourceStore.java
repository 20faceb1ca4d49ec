package dev.earshot.testkit.collect;

import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sources in memory, kept as text as the real store does. Thread-safe. */
public final class InMemorySourceStore implements SourceStore {
    private final Map<WorkspaceId, TreeMap<String, SourceSpec>> sources = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();

    private static final class Kept {
        String status = SourceStatus.NEW.text();
        @Nullable String holder;
        Instant until = Instant.MIN;
        final Map<String, String> progress = new HashMap<>();
    }

    private Kept kept(WorkspaceId workspace, String id) {
        return kept.computeIfAbsent(workspace + "#" + id, key -> new Kept());
    }

    @Override
    public synchronized List<WorkspaceId> workspaces() {
        return sources.keySet().stream()
                .filter(workspace -> !sources(workspace).isEmpty())
                .sorted(java.util.Comparator.comparing(WorkspaceId::value))
                .toList();
    }

    @Override
    public synchronized List<SourceSpec> sources(WorkspaceId workspace) {
        return List.copyOf(sources.getOrDefault(workspace, new TreeMap<>()).values());
    }

    @Override
    public synchronized Optional<SourceSpec> source(WorkspaceId workspace, String id) {
        return Optional.ofNullable(sources.getOrDefault(workspace, new TreeMap<>()).get(id));
    }

    @Override
    public synchronized void put(WorkspaceId workspace, SourceSpec source) {
        sources.computeIfAbsent(workspace, key -> new TreeMap<>()).put(source.id(), source);
    }

    @Override
    public synchronized boolean delete(WorkspaceId workspace, String id) {
        kept.remove(workspace + "#" + id);
        return sources.getOrDefault(workspace, new TreeMap<>()).remove(id) != null;
    }

    @Override
    public synchronized SourceStatus status(WorkspaceId workspace, String id) {
        return SourceStatus.parse(kept(workspace, id).status);
    }

    @Override
    public synchronized boolean lease(
            WorkspaceId workspace, String id, String holder, Instant now, Instant until) {
        Kept item = kept(workspace, id);
        if (item.holder != null && item.until.isAfter(now)) {
            return false;
        }
        item.holder = holder;
        item.until = until;
        return true;
    }

    @Override
    public synchronized Map<String, Progress> progress(WorkspaceId workspace, String id) {
        Map<String, Progress> all = new HashMap<>();
        kept(workspace, id).progress.forEach((name, text) -> all.put(name, Progress.parse(text)));
        return all;
    }

    @Override
    public synchronized boolean save(
            WorkspaceId workspace,
            String id,
            String holder,
            SourceStatus status,
            String stream,
            Progress progress) {
        Kept item = kept(workspace, id);
        if (!holder.equals(item.holder)) {
            return false;
        }
        item.status = status.text();
        item.progress.put(stream, progress.text());
        return true;
    }

    @Override
    public synchronized boolean release(
            WorkspaceId workspace, String id, String holder, SourceStatus status) {
        Kept item = kept(workspace, id);
        if (!holder.equals(item.holder)) {
            return false;
        }
        item.status = status.text();
        item.holder = null;
        return true;
    }
}
