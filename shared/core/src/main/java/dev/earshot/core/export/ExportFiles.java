package dev.earshot.core.export;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** A file that is there; empty where it is gone. */
    Optional<Stored> find(WorkspaceId workspace, String id, String name, Duration valid);

    /**
     * A stored file.
     *
     * @param url from which its holder may read it for the time that was asked for
     * @param bytes its size
     * @param keptUntil when it is removed, unless an erasure removes it before
     */
    record Stored(String url, long bytes, Instant keptUntil) {}

    /**
     * When a file goes: S3 adds the day of the bucket's rule to when it was stored, and rounds up
     * to midnight, UTC (docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html).
     */
    static Instant keptUntil(Instant stored) {
        return stored.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
    }

    /** The key of a file. */
    static String key(WorkspaceId workspace, String id, String name) {
        return FOLDER + workspace + "/" + id + "/" + name;
    }
}
