package dev.earshot.usecase.job;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox.Delivery;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore.Hold;
import dev.earshot.core.job.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** A job that the worker holds. For one thread at a time, but any thread may call {@link #lose}. */
final class OpenJob {
    private final Delivery delivery;
    private final Hold hold;
    private final JobState taken;
    private final Optional<byte[]> checkpoint;
    private final Instant takenAt;
    private @Nullable JobExecution execution;
    private Progress progress;
    private double busySeconds;
    private boolean progressed;
    private volatile boolean lost;

    OpenJob(
            Delivery delivery,
            Hold hold,
            JobState taken,
            Optional<byte[]> checkpoint,
            Instant takenAt) {
        this.delivery = delivery;
        this.hold = hold;
        this.taken = taken;
        this.checkpoint = checkpoint;
        this.takenAt = takenAt;
        this.progress = taken.progress();
        this.busySeconds = progress.busySeconds();
    }

    Delivery delivery() {
        return delivery;
    }

    Hold hold() {
        return hold;
    }

    Job job() {
        return taken.job();
    }

    JobState taken() {
        return taken;
    }

    Instant takenAt() {
        return takenAt;
    }

    Progress progress() {
        return progress;
    }

    JobExecution.Step step(JobExecution.Factory executions) {
        JobExecution begun = execution;
        if (begun == null) {
            begun = executions.begin(job(), progress, checkpoint);
            execution = begun;
        }
        return begun.step();
    }

    /** Adds time spent; returns the total. */
    double spent(double seconds) {
        busySeconds += seconds;
        return busySeconds;
    }

    void reached(Progress now) {
        progress = now;
        progressed = true;
    }

    /** Whether it was saved at least once since this worker took it. */
    boolean progressed() {
        return progressed;
    }

    void lose() {
        lost = true;
    }

    boolean lost() {
        return lost;
    }

    void close() {
        if (execution != null) {
            execution.close();
            execution = null;
        }
    }
}
