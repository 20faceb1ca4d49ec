package dev.earshot.core.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps where jobs stand and lends each to one worker at a time. All writes of a worker carry its
 * hold, so that one which was presumed dead can't overwrite its successor. Thread-safe; failures
 * surface as {@link StoreException}.
 */
public interface JobStore {
    /** Keeps a new job as queued; false if one of its id is there. */
    boolean create(Job job);

    /** Where a job stands, strongly consistent. */
    Optional<JobState> get(WorkspaceId workspace, String id);

    /**
     * A workspace's jobs, newest first.
     *
     * @param before only those that were created before this one; empty to begin
     * @param limit 1 to 100
     */
    List<JobState> list(WorkspaceId workspace, Optional<JobState> before, int limit);

    /**
     * Takes a job, which is created if it is not known, and counts the try.
     *
     * @param messageId of the message that asks for it
     * @param lease how long the hold lasts unless it is renewed
     */
    Claim claim(Job job, String messageId, Duration lease, double hourlyPrice);

    /** Prolongs a hold. */
    void renew(Hold hold, Duration lease) throws LostHoldException;

    /**
     * Keeps how far the job is and all that is needed to go on; what was there before is replaced.
     */
    void save(Hold hold, Progress progress, byte[] checkpoint) throws LostHoldException;

    /** Ends the job; its checkpoint is dropped. */
    void end(Hold hold, JobState.Phase phase, String reason, Progress progress)
            throws LostHoldException;

    /** Gives the job back as queued; {@code reason} says what went wrong, empty if nothing did. */
    void release(Hold hold, String reason) throws LostHoldException;

    /**
     * One worker's right to a job.
     *
     * @param token unlike that of any other hold
     */
    record Hold(WorkspaceId workspace, String jobId, String token) {}

    /** What came of a claim. */
    sealed interface Claim {
        /** The job is the caller's; {@code state.tries()} counts this try. */
        record Taken(Hold hold, JobState state, Optional<byte[]> checkpoint) implements Claim {}

        /** Another worker has it, by this message, until then. */
        record Held(String messageId, Instant until) implements Claim {}

        /** It has ended. */
        record Ended(JobState state) implements Claim {}
    }
}
