package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param jobsAtOnce jobs that are open and take turns
 * @param benches steps that run side by side
 * @param hold how long a message and a job are held without a sign of life; renewed at a third of
 *     it
 * @param patience how long the queue is asked to wait for a message
 * @param maxTries starts without getting on, after which a job is parked
 * @param firstPause before a failed job is tried again; doubles with each try
 * @param longestPossession after which a message is exchanged for a fresh one; SQS hides none for
 *     more than 12 hours in all
 * @param hourlyPrice what the worker costs an hour, in US dollars; 0 if unknown
 * @param unreadable workspace under which unreadable messages are parked
 */
public record WorkerSettings(
        int jobsAtOnce,
        int benches,
        Duration hold,
        Duration patience,
        int maxTries,
        Duration firstPause,
        Duration longestPossession,
        double hourlyPrice,
        WorkspaceId unreadable) {
    /** Four jobs on two benches, a minute's hold, five tries. */
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
        if (jobsAtOnce < 1 || benches < 1 || maxTries < 1) {
            throw new IllegalArgumentException(
                    "jobsAtOnce, benches and maxTries must be 1 or more, got "
                            + jobsAtOnce
                            + ", "
                            + benches
                            + ", "
                            + maxTries);
        }
        if (hold.toSeconds() < 1) {
            throw new IllegalArgumentException("hold must be a second or more, got " + hold);
        }
    }
}
