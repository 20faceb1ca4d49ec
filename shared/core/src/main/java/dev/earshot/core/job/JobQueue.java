package dev.earshot.core.job;

import dev.earshot.core.store.StoreException;

/** Hands jobs to the worker. Thread-safe; failures surface as {@link StoreException}. */
public interface JobQueue {
    /**
     * Queues a job; submitting the same id again may deliver it twice, which the worker tolerates.
     */
    void submit(Job job);
}
