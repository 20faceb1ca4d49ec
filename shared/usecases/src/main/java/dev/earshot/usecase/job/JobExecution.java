package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.store.StoreException;

import java.util.Optional;

/**
 * One job in progress. For one thread at a time. A step takes seconds at most. A transient failure
 * surfaces as an unchecked exception, such as {@link StoreException}; the execution is then closed
 * and the job begun again from its last checkpoint.
 */
public interface JobExecution extends AutoCloseable {
    /** Works for a while. */
    Step step();

    @Override
    void close();

    /** The result of a step; the worker fills in {@code busySeconds} of the progress. */
    sealed interface Step {
        /**
         * There is more.
         *
         * @param checkpoint everything needed to continue after this step; empty if nothing worth
         *     saving happened
         */
        record Going(Progress progress, Optional<byte[]> checkpoint) implements Step {}

        /** The job is done and its results are stored. */
        record Finished(Progress progress) implements Step {}

        /** The job can never be done; {@code reason} says why and how to fix it. */
        record Refused(String reason, Progress progress) implements Step {}
    }

    /** Begins jobs. Thread-safe. */
    interface Factory {
        /**
         * Begins or continues a job; cheap, because everything slow happens in steps.
         *
         * @param progress as saved with the checkpoint
         */
        JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint);

        /** Records that a job was given up, so that its result says why. */
        void gaveUp(Job job, String reason);
    }
}
