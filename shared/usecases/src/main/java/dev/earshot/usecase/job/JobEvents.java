package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.Progress;

import java.time.Duration;

/** Receives what the worker does, for logs and metrics. Thread-safe; must not throw. */
public interface JobEvents {
    /** A job was taken, for the first time or again. */
    void taken(JobState state);

    /** A step was completed and saved. */
    void stepped(Job job, Duration took, Progress progress);

    /** An attempt failed; the job will be retried. */
    void attemptFailed(Job job, Throwable cause);

    /** A job has ended. */
    void ended(JobState state);

    /** The worker met a failure that belongs to no job, such as a queue that does not answer. */
    void workerFailed(String what, Throwable cause);
}
