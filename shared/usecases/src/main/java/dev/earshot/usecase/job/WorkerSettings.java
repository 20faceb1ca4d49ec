package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;

import java.time.Duration;

/**
 * Settings of a worker.
 *
 * @param jobsAtOnce open jobs, which take turns
 * @param parallelSteps steps that run in parallel
 * @param hold how long a message and its job stay reserved without renewal; renewed every third of
 *     this time
 * @param patience how long a poll of the queue waits for a message
 * @param maxTries attempts without progress after which a job is parked
 * @param firstPause before a failed job is retried; doubles with each attempt
 * @param longestPossession after which a message is replaced by a fresh one; SQS hides a message
 *     for 12 hours at most
 * @param hourlyPrice cost of the worker per hour, in US dollars; 0 if unknown
 * @param unreadable workspace under which unreadable messages are parked
 */
public record WorkerSettings(
        int jobsAtOnce,
        int parallelSteps,
        Duration hold,
        Duration patience,
        int maxTries,
        Duration firstPause,
        Duration longestPossession,
        double hourlyPrice,
        WorkspaceId unreadable) {
    /** Four open jobs, two parallel steps, a hold of one minute, five attempts. */
    public static WorkerSettings standard(WorkspaceId unreadable) {
        return new WorkerSettings(
                4,
                2,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                5,
                Duration.ofSeconds(5),
                Duration.ofHours(10),
                0,
                unreadable);
    }

    public WorkerSettings {
        if (jobsAtOnce < 1 || parallelSteps < 1 || maxTries < 1) {
            throw new IllegalArgumentException(
                    "jobsAtOnce, parallelSteps and maxTries must be 1 or more, got "
                            + jobsAtOnce
                            + ", "
                            + parallelSteps
                            + ", "
                            + maxTries);
        }
        if (hold.toSeconds() < 1) {
            throw new IllegalArgumentException("hold must be a second or more, got " + hold);
        }
    }
}
