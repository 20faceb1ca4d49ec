package dev.earshot.testkit.export;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Exports in memory; nothing fetches from its addresses. Thread-safe. */
public final class InMemoryExportFiles implements ExportFiles {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /**
     * @param clock says when a file would be removed
     */
    public InMemoryExportFiles(InstantSource clock) {
        this.clock = clock;
    }

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
    public Optional<Stored> find(WorkspaceId workspace, String id, String name, Duration valid) {
        String key = ExportFiles.key(workspace, id, name);
        return bytes(workspace, id, name)
                .map(
                        bytes ->
                                new Stored(
                                        "https://files.test/" + key + "?valid=" + valid.toSeconds(),
                                        bytes.length,
                                        ExportFiles.keptUntil(clock.instant())));
    }
}
