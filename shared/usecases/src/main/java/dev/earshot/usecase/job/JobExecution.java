package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.store.StoreException;

import java.util.Optional;

/**
 * One job under way. For one thread at a time. Steps take seconds at most; failures that may pass
 * surface as unchecked exceptions, {@link StoreException} among them, after which the work is
 * closed and begun again from the last checkpoint.
 */
public interface JobExecution extends AutoCloseable {
    /** Goes on for a while. */
    Step step();

    @Override
    void close();

    /** What came of a step; {@code busySeconds} of the progress is left to the worker. */
    sealed interface Step {
        /**
         * There is more.
         *
         * @param checkpoint all that is needed to go on after this step; empty if nothing that is
         *     worth keeping happened
         */
        record Going(Progress progress, Optional<byte[]> checkpoint) implements Step {}

        /** All is done and its results are stored. */
        record Finished(Progress progress) implements Step {}

        /** It can't be done, ever; {@code reason} says why and how to mend it. */
        record Refused(String reason, Progress progress) implements Step {}
    }

    /** Begins works. Thread-safe. */
    interface Factory {
        /**
         * Begins or goes on with a job; cheap, since all that takes time happens in steps.
         *
         * @param progress as saved with the checkpoint
         */
        JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint);

        /** Is told that a job was given up, so that whoever looks for its result sees why. */
        void gaveUp(Job job, String reason);
    }
}
