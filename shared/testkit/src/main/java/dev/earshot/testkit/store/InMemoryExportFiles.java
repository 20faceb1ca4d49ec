package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Exports in memory; nothing fetches from its addresses. Thread-safe. */
public final class InMemoryExportFiles implements ExportFiles {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public void put(WorkspaceId workspace, String id, String name, ExportFormat format, Path file) {
        try {
            files.put(ExportFiles.key(workspace, id, name), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** The bytes of a file; empty if there is none. */
    public Optional<byte[]> bytes(WorkspaceId workspace, String id, String name) {
        return Optional.ofNullable(files.get(ExportFiles.key(workspace, id, name)));
    }

    @Override
    public Optional<String> link(WorkspaceId workspace, String id, String name, Duration valid) {
        String key = ExportFiles.key(workspace, id, name);
        return files.containsKey(key)
                ? Optional.of("https://files.test/" + key + "?valid=" + valid.toSeconds())
                : Optional.empty();
    }
}
