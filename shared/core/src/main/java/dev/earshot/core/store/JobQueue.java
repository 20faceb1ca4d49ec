package dev.earshot.core.store;

import dev.earshot.core.WorkspaceId;
import java.time.Instant;

/** Hands work to the container worker. Thread-safe; failures surface as {@link StoreException}. */
public interface JobQueue {
    /** Queues a job; submitting the same id again may deliver it twice, which the worker tolerates. */
    void submit(Job job);

    /**
     * A job for the worker.
     *
     * @param kind {@code video} or {@code batch}
     * @param key S3 key of its input
     */
    record Job(String id, String kind, WorkspaceId workspace, String key, Instant createdAt) {}
}
