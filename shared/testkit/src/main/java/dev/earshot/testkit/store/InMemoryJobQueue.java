package dev.earshot.testkit.store;

import dev.earshot.core.store.JobQueue;
import java.util.ArrayList;
import java.util.List;

/** Jobs in memory. Thread-safe. */
public final class InMemoryJobQueue implements JobQueue {
    private final List<Job> jobs = new ArrayList<>();

    @Override
    public synchronized void submit(Job job) {
        jobs.add(job);
    }

    /** All that were submitted, in order. */
    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }
}
