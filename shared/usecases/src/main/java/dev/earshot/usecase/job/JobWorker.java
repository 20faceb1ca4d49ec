package dev.earshot.usecase.job;

import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobReader;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.StoreException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes jobs from a queue and does them in steps. Open jobs take turns: after a step a job goes to
 * the back of the line, so a short job never waits for a long one to end.
 *
 * <p>Every step ends with a save under the job's hold. A worker that dies loses at most the current
 * step: the message reappears when its hold expires, and the next worker continues from what was
 * saved. The effects of the lost step are repeated, which every {@link JobExecution} must tolerate.
 * A message is deleted only after the job's end is stored; after a crash in between, the
 * redelivered message finds an ended job and is deleted then.
 *
 * <p>{@link #stop} may be called by any thread; {@link #run} then finishes the current steps, gives
 * open jobs back and returns. An {@link Error} on any thread makes {@link #run} throw it without
 * giving anything back: the process can no longer be trusted.
 */
public final class JobWorker {
    /** How often a waiting thread checks whether the worker was stopped. */
    static final long LOOK_MILLIS = 100;

    /** Well before the queue's redrive policy would remove a message that merely had bad luck. */
    private static final int MANY_RECEIVES = 8;

    private final Ports ports;
    private final WorkerSettings settings;
    private final InstantSource clock;
    private final OpenJobs jobs;
    private final JobIntake intake;
    private final AtomicInteger stepsInHand = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private volatile boolean stopping;

    /** Dependencies of a worker. */
    public record Ports(
            JobInbox inbox,
            JobQueue queue,
            JobReader reader,
            JobStore store,
            ParkedStore parked,
            JobExecution.Factory executions,
            JobEvents events) {}

    public JobWorker(Ports ports, WorkerSettings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.jobs = new OpenJobs(ports, settings, clock);
        this.intake = new JobIntake(ports, settings, clock, jobs);
    }

    /** Works until {@link #stop} is called. */
    public void run() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.parallelSteps(); i++) {
            threads.add(Thread.ofPlatform().name("worker-" + i).start(() -> guarded(this::serve)));
        }
        Thread pulse = Thread.ofPlatform().daemon().name("pulse").start(() -> guarded(this::pulse));
        try {
            while (!stopping) {
                intake.poll(() -> stopping);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopping = true;
            threads.forEach(JobWorker::join);
            if (fatal.get() == null) {
                jobs.forEach(jobs::giveBack);
            }
            pulse.interrupt();
            join(pulse);
        }
        switch (fatal.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other ->
                    throw new IllegalStateException("a thread of the worker must not end", other);
        }
    }

    /** Asks {@link #run} to return after the current steps. */
    public void stop() {
        stopping = true;
    }

    private void serve() throws InterruptedException {
        while (!stopping) {
            OpenJob job = jobs.next(LOOK_MILLIS);
            if (job != null) {
                turn(job);
            }
        }
    }

    private void turn(OpenJob job) {
        if (job.lost()) {
            jobs.drop(job);
            return;
        }
        long started = System.nanoTime();
        int sharing = stepsInHand.incrementAndGet();
        try {
            JobExecution.Step step = job.step(ports.executions());
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            settle(job, step, took, job.spent(took.toNanos() / 1e9 / sharing));
        } catch (LostHoldException e) {
            ports.events().attemptFailed(job.job(), e);
            jobs.drop(job);
        } catch (RuntimeException e) {
            ports.events().attemptFailed(job.job(), e);
            jobs.retry(job, e);
        } finally {
            stepsInHand.decrementAndGet();
        }
    }

    private void settle(OpenJob job, JobExecution.Step step, Duration took, double busy)
            throws LostHoldException {
        switch (step) {
            case JobExecution.Step.Going going -> {
                Progress progress = going.progress().withBusySeconds(busy);
                if (going.checkpoint().isPresent()) {
                    ports.store().save(job.hold(), progress, going.checkpoint().get());
                    job.reached(progress);
                    ports.events().stepped(job.job(), took, progress);
                }
                if (shouldRequeue(job)) {
                    jobs.exchange(job);
                } else {
                    jobs.queueUp(job);
                }
            }
            case JobExecution.Step.Finished finished -> {
                Progress progress = finished.progress().withBusySeconds(busy);
                ports.events().stepped(job.job(), took, progress);
                jobs.end(job, Phase.DONE, "", progress);
            }
            case JobExecution.Step.Refused refused ->
                    jobs.end(
                            job,
                            Phase.FAILED,
                            refused.reason(),
                            refused.progress().withBusySeconds(busy));
        }
    }

    /** Whether to replace the message before the queue moves it to its dead-letter queue. */
    private boolean shouldRequeue(OpenJob job) {
        return job.progressed()
                && (job.delivery().receives() >= MANY_RECEIVES
                        || job.takenAt()
                                .plus(settings.longestPossession())
                                .isBefore(clock.instant()));
    }

    /** Renews the holds of open jobs well before they expire. */
    private void pulse() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.hold().dividedBy(3));
            jobs.forEach(this::renew);
        }
    }

    private void renew(OpenJob job) {
        try {
            ports.store().renew(job.hold(), settings.hold());
            ports.inbox().hide(job.delivery(), settings.hold());
        } catch (LostHoldException e) {
            // The job may just have ended here.
            if (jobs.contains(job)) {
                job.lose();
            }
        } catch (StoreException e) {
            ports.events().workerFailed("renewing the hold on a job", e);
        }
    }

    private interface Body {
        void run() throws InterruptedException;
    }

    private void guarded(Body body) {
        try {
            body.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            fatal.compareAndSet(null, e);
            stopping = true;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
