package dev.earshot.core.export;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Finished exports. Each lives for a day, and an erasure removes those of its workspace at once:
 * they can be made again. Thread-safe; failures surface as {@link StoreException}.
 */
public interface ExportFiles {
    /** The folder that holds them. */
    String FOLDER = "exports/";

    /** S3 takes files of 5 GB in one piece. */
    long MAX_BYTES = 5_000_000_000L;

    /**
     * Stores a file in place of an earlier one of the same export.
     *
     * @param id of the job that made it
     * @param name under which it is saved by who downloads it
     * @param file of at most {@link #MAX_BYTES}
     */
    void put(WorkspaceId workspace, String id, String name, ExportFormat format, Path file);

    /** An address from which its holder may read the file; empty where it is gone. */
    Optional<String> link(WorkspaceId workspace, String id, String name, Duration valid);

    /** The key of a file. */
    static String key(WorkspaceId workspace, String id, String name) {
        return FOLDER + workspace + "/" + id + "/" + name;
    }
}
