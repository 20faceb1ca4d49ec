package dev.earshot.testkit.view;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.view.SavedView;
import dev.earshot.core.view.ViewStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Saved views in memory. Thread-safe: one lock. */
public final class InMemoryViewStore implements ViewStore {
    private final Map<WorkspaceId, Map<String, SavedView>> views = new HashMap<>();

    @Override
    public synchronized List<SavedView> all(WorkspaceId workspace) {
        return List.copyOf(in(workspace).values());
    }

    @Override
    public synchronized boolean put(WorkspaceId workspace, SavedView view) {
        SavedView before = in(workspace).get(view.id());
        if ((before == null ? 0 : before.version()) != view.version() - 1) {
            return false;
        }
        in(workspace).put(view.id(), view);
        return true;
    }

    @Override
    public synchronized boolean delete(WorkspaceId workspace, String id) {
        return in(workspace).remove(id) != null;
    }

    private Map<String, SavedView> in(WorkspaceId workspace) {
        return views.computeIfAbsent(workspace, key -> new TreeMap<>());
    }
}
