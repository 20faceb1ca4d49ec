package dev.earshot.wire;

import dev.earshot.core.store.JobQueue.Job;

import java.time.Instant;

/** A job as it stands on the queue. */
record JobView(String id, String kind, String workspace, String key, Instant createdAt) {
    static JobView of(Job job) {
        return new JobView(
                job.id(), job.kind(), job.workspace().value(), job.key(), job.createdAt());
    }
}
