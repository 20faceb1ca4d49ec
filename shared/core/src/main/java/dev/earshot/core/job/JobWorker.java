package dev.earshot.core.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.JobInbox.Delivery;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore.Claim;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.core.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes jobs from a queue and gets them done in steps. Open jobs take turns: a job that had a step
 * goes to the back of the line, so a short job never waits for a long one to end.
 *
 * <p>Every step ends with a save under the job's hold. A worker that dies at any moment loses at most
 * the step in hand: its message comes again when its time is up, and whoever takes it goes on from
 * what was saved. Effects of the lost step are repeated, which every {@link Work} must tolerate. A
 * message is deleted only after the job's end is stored, so a death in between finds an ended job and
 * deletes the message then.
 *
 * <p>{@link #stop} may be called by any thread; {@link #run} then finishes the steps in hand, gives
 * open jobs back and returns. An {@link Error} on a bench ends {@link #run} with it, without giving
 * anything back: the machine can no longer be trusted.
 */
public final class JobWorker {
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_MESSAGES = 10;

    /** Well before the queue's redrive policy would take a message that merely had bad luck. */
    private static final int MANY_RECEIVES = 8;

    private final Ports ports;
    private final WorkerSettings settings;
    private final InstantSource clock;
    private final BlockingQueue<OpenJob> line = new LinkedBlockingQueue<>();
    private final Set<OpenJob> open = ConcurrentHashMap.newKeySet();
    private final Semaphore slots;
    private final AtomicInteger stepsInHand = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private volatile boolean stopping;

    /** What a worker stands on. */
    public record Ports(
            JobInbox inbox,
            JobQueue queue,
            JobReader reader,
            JobStore store,
            ParkedStore parked,
            Work.Workshop workshop,
            JobEvents events) {}

    public JobWorker(Ports ports, WorkerSettings settings, InstantSource clock) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.slots = new Semaphore(settings.jobsAtOnce());
    }

    /** Works until it is stopped. */
    public void run() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.benches(); i++) {
            threads.add(Thread.ofPlatform().name("bench-" + i).start(() -> guarded(this::bench)));
        }
        Thread pulse = Thread.ofPlatform().daemon().name("pulse").start(() -> guarded(this::pulse));
        try {
            while (!stopping) {
                poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopping = true;
            threads.forEach(JobWorker::join);
            if (fatal.get() == null) {
                open.forEach(this::giveBack);
            }
            pulse.interrupt();
            join(pulse);
        }
        switch (fatal.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException("a bench must not end", other);
        }
    }

    /** Asks {@link #run} to return after the steps in hand. */
    public void stop() {
        stopping = true;
    }

    // ------------------------------------------------------------ taking

    private void poll() throws InterruptedException {
        if (!slots.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        int free = 1;
        while (free < MOST_MESSAGES && slots.tryAcquire()) {
            free++;
        }
        int used = 0;
        try {
            for (Delivery delivery :
                    ports.inbox().receive(free, settings.patience(), settings.hold())) {
                if (stopping) {
                    ports.inbox().hide(delivery, Duration.ZERO);
                } else if (taken(delivery)) {
                    used++;
                }
            }
        } catch (StoreException e) {
            ports.events().troubled("taking jobs", e);
            Thread.sleep(settings.patience().dividedBy(10).plusMillis(LOOK_MILLIS));
        } finally {
            slots.release(free - used);
        }
    }

    /** Whether the delivery became an open job; a failing store leaves it to come again. */
    private boolean taken(Delivery delivery) {
        try {
            return switch (ports.reader().read(delivery.body())) {
                case JobReader.Reading.Refused bad -> {
                    park(delivery, settings.unreadable(), bad.reason());
                    ports.inbox().delete(delivery);
                    yield false;
                }
                case JobReader.Reading.Understood understood -> claim(delivery, understood.job());
            };
        } catch (StoreException e) {
            ports.events().troubled("taking a job", e);
            return false;
        }
    }

    private boolean claim(Delivery delivery, Job job) {
        Claim claim =
                ports.store()
                        .claim(
                                job, delivery.messageId(), settings.hold(),
                                settings.hourlyPrice());
        return switch (claim) {
            case Claim.Ended ended -> {
                ports.inbox().delete(delivery);
                yield false;
            }
            case Claim.Held held -> {
                // A second message of the job is of no use. The same message once more is the only one.
                if (held.messageId().equals(delivery.messageId())) {
                    Duration left = Duration.between(clock.instant(), held.until()).plusSeconds(1);
                    ports.inbox().hide(delivery, left.isNegative() ? Duration.ZERO : left);
                } else {
                    ports.inbox().delete(delivery);
                }
                yield false;
            }
            case Claim.Taken taken -> {
                OpenJob opened =
                        new OpenJob(
                                delivery, taken.hold(), taken.state(), taken.checkpoint(),
                                clock.instant());
                if (taken.state().tries() > settings.maxTries()) {
                    giveUp(opened);
                    yield false;
                }
                ports.events().taken(taken.state());
                open.add(opened);
                line.add(opened);
                yield true;
            }
        };
    }

    private void giveUp(OpenJob job) {
        String last = job.taken().reason();
        String reason =
                last.isEmpty()
                        ? "the worker stopped " + settings.maxTries()
                                + " times in a row while at it, without saying why; the file may"
                                + " crash it or need more memory than it has"
                        : "gave up after " + settings.maxTries() + " tries: " + last;
        try {
            ports.workshop().gaveUp(job.job(), reason);
            park(job.delivery(), job.job().workspace(), reason);
            end(job, Phase.PARKED, reason, job.progress());
        } catch (LostHoldException e) {
            ports.events().brokeOff(job.job(), e);
        }
    }

    private void park(Delivery delivery, WorkspaceId workspace, String reason) {
        ports.parked()
                .park(
                        new Parked(
                                delivery.messageId(), workspace, "jobs", "$", reason,
                                delivery.sentAt(), delivery.body()));
    }

    // ------------------------------------------------------------ working

    private void bench() throws InterruptedException {
        while (!stopping) {
            OpenJob job = line.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (job != null) {
                turn(job);
            }
        }
    }

    private void turn(OpenJob job) {
        if (job.lost()) {
            drop(job);
            return;
        }
        long started = System.nanoTime();
        int sharing = stepsInHand.incrementAndGet();
        try {
            Work.Step step = job.step(ports.workshop());
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            settle(job, step, took, job.spent(took.toNanos() / 1e9 / sharing));
        } catch (LostHoldException e) {
            ports.events().brokeOff(job.job(), e);
            drop(job);
        } catch (RuntimeException e) {
            ports.events().brokeOff(job.job(), e);
            retry(job, e);
        } finally {
            stepsInHand.decrementAndGet();
        }
    }

    private void settle(OpenJob job, Work.Step step, Duration took, double busy)
            throws LostHoldException {
        switch (step) {
            case Work.Step.Going going -> {
                Progress progress = going.progress().withBusySeconds(busy);
                if (going.checkpoint().isPresent()) {
                    ports.store().save(job.hold(), progress, going.checkpoint().get());
                    job.reached(progress);
                    ports.events().stepped(job.job(), took, progress);
                }
                if (worn(job)) {
                    exchange(job);
                } else {
                    line.add(job);
                }
            }
            case Work.Step.Finished finished -> {
                Progress progress = finished.progress().withBusySeconds(busy);
                ports.events().stepped(job.job(), took, progress);
                end(job, Phase.DONE, "", progress);
            }
            case Work.Step.Refused refused ->
                    end(
                            job, Phase.FAILED, refused.reason(),
                            refused.progress().withBusySeconds(busy));
        }
    }

    private void end(OpenJob job, Phase phase, String reason, Progress progress)
            throws LostHoldException {
        ports.store().end(job.hold(), phase, reason, progress);
        drop(job);
        ports.inbox().delete(job.delivery());
        JobState taken = job.taken();
        ports.events()
                .ended(
                        new JobState(
                                taken.job(), phase, reason, taken.tries(), progress,
                                taken.startedAt(), clock.instant(),
                                Optional.of(clock.instant()), taken.hourlyPrice()));
    }

    /** Whether the message should be exchanged before the queue loses patience with it. */
    private boolean worn(OpenJob job) {
        return job.gotOn()
                && (job.delivery().receives() >= MANY_RECEIVES
                        || job.takenAt()
                                .plus(settings.longestPossession())
                                .isBefore(clock.instant()));
    }

    /**
     * Puts a fresh message in the place of an old one. The hold is given up first: a message of a job
     * that is held would be taken for a duplicate.
     */
    private void exchange(OpenJob job) throws LostHoldException {
        drop(job);
        ports.store().release(job.hold(), "");
        ports.queue().submit(job.job());
        ports.inbox().delete(job.delivery());
    }

    private void retry(OpenJob job, RuntimeException cause) {
        drop(job);
        int tries = job.gotOn() ? 1 : job.taken().tries();
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(6, tries - 1));
        try {
            ports.store().release(job.hold(), reason(cause));
            ports.inbox().hide(job.delivery(), pause);
        } catch (StoreException | LostHoldException e) {
            ports.events().troubled("giving a job back", e);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private void giveBack(OpenJob job) {
        drop(job);
        try {
            ports.store().release(job.hold(), "");
            ports.inbox().hide(job.delivery(), Duration.ZERO);
        } catch (StoreException | LostHoldException e) {
            ports.events().troubled("giving a job back", e);
        }
    }

    /** Forgets a job here, whatever becomes of it. */
    private void drop(OpenJob job) {
        if (open.remove(job)) {
            slots.release();
        }
        try {
            job.close();
        } catch (RuntimeException e) {
            ports.events().troubled("closing a job", e);
        }
    }

    // ------------------------------------------------------------ living

    /** Says that open jobs are alive, well before their time is up. */
    private void pulse() throws InterruptedException {
        while (true) {
            Thread.sleep(settings.hold().dividedBy(3));
            for (OpenJob job : open) {
                try {
                    ports.store().renew(job.hold(), settings.hold());
                    ports.inbox().hide(job.delivery(), settings.hold());
                } catch (LostHoldException e) {
                    // It may have ended in this very moment.
                    if (open.contains(job)) {
                        job.lose();
                    }
                } catch (StoreException e) {
                    ports.events().troubled("renewing the hold on a job", e);
                }
            }
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
