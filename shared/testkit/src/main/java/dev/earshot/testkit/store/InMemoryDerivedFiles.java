package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.DerivedFiles;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Derived files in memory. Thread-safe. */
public final class InMemoryDerivedFiles implements DerivedFiles {
    private record Name(WorkspaceId workspace, String key, String name) {}

    private final Map<Name, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void put(WorkspaceId workspace, String key, String name, byte[] bytes) {
        files.put(new Name(workspace, key, name), bytes.clone());
    }

    @Override
    public Optional<byte[]> get(WorkspaceId workspace, String key, String name) {
        return Optional.ofNullable(files.get(new Name(workspace, key, name))).map(byte[]::clone);
    }

    @Override
    public void delete(WorkspaceId workspace, String key) {
        files.keySet().removeIf(n -> n.workspace.equals(workspace) && n.key.equals(key));
    }
}
