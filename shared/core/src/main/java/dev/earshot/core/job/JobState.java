package dev.earshot.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * State of a job.
 *
 * @param reason why it failed or was parked, or what went wrong in the last try; otherwise empty
 * @param tries starts since it last made progress
 * @param startedAt when a worker first took it
 * @param finishedAt when it ended
 * @param hourlyPrice what the worker costs an hour, in US dollars; 0 if unknown
 */
public record JobState(
        Job job,
        Phase phase,
        String reason,
        int tries,
        Progress progress,
        Optional<Instant> startedAt,
        Instant updatedAt,
        Optional<Instant> finishedAt,
        double hourlyPrice) {
    /** The stages of a job. */
    public enum Phase {
        QUEUED,
        RUNNING,
        /** All done. */
        DONE,
        /** Refused because of its input: too large, too long, unreadable, gone. */
        FAILED,
        /** Given up after several tries; its message is listed under /v1/parked. */
        PARKED;

        /** Whether nothing more will happen. */
        public boolean ended() {
            return switch (this) {
                case QUEUED, RUNNING -> false;
                case DONE, FAILED, PARKED -> true;
            };
        }
    }

    /** The state of a new job. */
    public static JobState queued(Job job) {
        return new JobState(
                job,
                Phase.QUEUED,
                "",
                0,
                Progress.NONE,
                Optional.empty(),
                job.createdAt(),
                Optional.empty(),
                0);
    }

    /** How long it waited for a worker; empty while it waits. */
    public Optional<Duration> queueTime() {
        return startedAt.map(at -> Duration.between(job.createdAt(), at));
    }

    /** US dollars per minute of video; empty for other jobs, or where no price is known. */
    public Optional<Double> costPerMinute() {
        if (hourlyPrice <= 0 || progress.mediaSeconds() <= 0) {
            return Optional.empty();
        }
        double cost = progress.busySeconds() / 3600 * hourlyPrice;
        return Optional.of(cost / (progress.mediaSeconds() / 60));
    }
}
