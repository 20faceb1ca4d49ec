package dev.earshot.core.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the state of jobs and leases each to one worker at a time. Every write of a worker carries
 * its hold, so that a worker presumed dead can't overwrite its successor. Thread-safe; failures
 * surface as {@link StoreException}.
 */
public interface JobStore {
    /** Stores a new job as queued; false if a job with its id exists. */
    boolean create(Job job);

    /** The state of a job, strongly consistent. */
    Optional<JobState> get(WorkspaceId workspace, String id);

    /**
     * A workspace's jobs, newest first.
     *
     * @param before only those that were created before this one; empty to begin
     * @param limit 1 to 100
     */
    List<JobState> list(WorkspaceId workspace, Optional<JobState> before, int limit);

    /**
     * Claims a job, creating it if it is unknown, and counts the try.
     *
     * @param messageId of the message that asks for it
     * @param lease how long the hold lasts unless it is renewed
     */
    Claim claim(Job job, String messageId, Duration lease, double hourlyPrice);

    /** Extends a hold. */
    void renew(Hold hold, Duration lease) throws LostHoldException;

    /** Saves the progress and the checkpoint to resume from, replacing the previous ones. */
    void save(Hold hold, Progress progress, byte[] checkpoint) throws LostHoldException;

    /** Ends the job; its checkpoint is dropped. */
    void end(Hold hold, JobState.Phase phase, String reason, Progress progress)
            throws LostHoldException;

    /** Requeues the job; {@code reason} says what went wrong, empty if nothing did. */
    void release(Hold hold, String reason) throws LostHoldException;

    /**
     * One worker's lease of a job.
     *
     * @param token unlike that of any other hold
     */
    record Hold(WorkspaceId workspace, String jobId, String token) {}

    /** Result of a claim. */
    sealed interface Claim {
        /** The job is the caller's; {@code state.tries()} counts this try. */
        record Taken(Hold hold, JobState state, Optional<byte[]> checkpoint) implements Claim {}

        /** Another worker holds it, by this message, until then. */
        record Held(String messageId, Instant until) implements Claim {}

        /** It has ended. */
        record Ended(JobState state) implements Claim {}
    }
}
