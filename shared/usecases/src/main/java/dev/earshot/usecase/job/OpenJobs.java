package dev.earshot.usecase.job;

import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.store.StoreException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The jobs that a worker holds: the places for them, the line in which they wait for a thread, and
 * the ways they leave. Thread-safe, except that a single job may be handed in by only one thread at
 * a time.
 */
final class OpenJobs {
    private final JobWorker.Ports ports;
    private final WorkerSettings settings;
    private final InstantSource clock;
    private final BlockingQueue<OpenJob> line = new LinkedBlockingQueue<>();
    private final Set<OpenJob> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;

    OpenJobs(JobWorker.Ports ports, WorkerSettings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.jobsAtOnce());
    }

    /** Reserves up to {@code most} places; waits up to {@code millis} for the first. */
    int reserve(int most, long millis) throws InterruptedException {
        if (!places.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return 0;
        }
        int reserved = 1;
        while (reserved < most && places.tryAcquire()) {
            reserved++;
        }
        return reserved;
    }

    /** Returns reserved places that were not used. */
    void release(int unused) {
        places.release(unused);
    }

    /** Opens a job on a reserved place. */
    void add(OpenJob job) {
        open.add(job);
        line.add(job);
    }

    /** The job whose turn it is; null if none came in that time. */
    @Nullable OpenJob next(long millis) throws InterruptedException {
        return line.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** To the back of the line. */
    void queueUp(OpenJob job) {
        line.add(job);
    }

    boolean contains(OpenJob job) {
        return open.contains(job);
    }

    void forEach(Consumer<OpenJob> action) {
        open.forEach(action);
    }

    void end(OpenJob job, Phase phase, String reason, Progress progress) throws LostHoldException {
        ports.store().end(job.hold(), phase, reason, progress);
        drop(job);
        ports.inbox().delete(job.delivery());
        JobState taken = job.taken();
        ports.events()
                .ended(
                        new JobState(
                                taken.job(),
                                phase,
                                reason,
                                taken.tries(),
                                progress,
                                taken.startedAt(),
                                clock.instant(),
                                Optional.of(clock.instant()),
                                taken.hourlyPrice()));
    }

    /**
     * Replaces a message by a fresh one. The hold is released first: a new message of a held job
     * would be taken for a duplicate.
     */
    void exchange(OpenJob job) throws LostHoldException {
        drop(job);
        ports.store().release(job.hold(), "");
        ports.queue().submit(job.job());
        ports.inbox().delete(job.delivery());
    }

    /** Requeues the job after a pause that grows with its failures. */
    void retry(OpenJob job, RuntimeException cause) {
        drop(job);
        int tries = job.progressed() ? 1 : job.taken().tries();
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(6, tries - 1));
        try {
            ports.store().release(job.hold(), reason(cause));
            ports.inbox().hide(job.delivery(), pause);
        } catch (StoreException | LostHoldException e) {
            ports.events().workerFailed("giving a job back", e);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** Requeues the job at once. */
    void giveBack(OpenJob job) {
        drop(job);
        try {
            ports.store().release(job.hold(), "");
            ports.inbox().hide(job.delivery(), Duration.ZERO);
        } catch (StoreException | LostHoldException e) {
            ports.events().workerFailed("giving a job back", e);
        }
    }

    /** Removes a job from this worker, whatever its fate. */
    void drop(OpenJob job) {
        if (open.remove(job)) {
            places.release();
        }
        try {
            job.close();
        } catch (RuntimeException e) {
            ports.events().workerFailed("closing a job", e);
        }
    }
}
