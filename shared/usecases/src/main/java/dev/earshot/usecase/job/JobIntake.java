package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox.Delivery;
import dev.earshot.core.job.JobReader;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore.Claim;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.RedeliveryWait;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Takes jobs from the queue while there are free places. A message that is not a job, and a job
 * that repeatedly crashed the worker, are parked; a job that another worker holds is hidden until
 * that hold ends. For one thread.
 */
final class JobIntake {
    private static final int MAX_MESSAGES = 10;

    private final JobWorker.Ports ports;
    private final WorkerSettings settings;
    private final InstantSource clock;
    private final OpenJobs jobs;
    private final RedeliveryWait wait = new RedeliveryWait(new Random());

    JobIntake(JobWorker.Ports ports, WorkerSettings settings, InstantSource clock, OpenJobs jobs) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.jobs = jobs;
    }

    /**
     * Takes jobs from the queue, as many as there are free places.
     *
     * @param stopping messages that arrive while this is true are given back
     */
    void poll(BooleanSupplier stopping) throws InterruptedException {
        int free = jobs.reserve(MAX_MESSAGES, JobWorker.LOOK_MILLIS);
        if (free == 0) {
            return;
        }
        int used = 0;
        try {
            for (Delivery delivery :
                    ports.inbox().receive(free, settings.patience(), settings.hold())) {
                if (stopping.getAsBoolean()) {
                    ports.inbox().hide(delivery, Duration.ZERO);
                } else if (taken(delivery)) {
                    used++;
                }
            }
        } catch (StoreException e) {
            ports.events().workerFailed("taking jobs", e);
            Thread.sleep(settings.patience().dividedBy(10).plusMillis(JobWorker.LOOK_MILLIS));
        } finally {
            jobs.release(free - used);
        }
    }

    /** Whether the delivery became an open job; when a store fails, the message is redelivered. */
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
            ports.events().workerFailed("taking a job", e);
            again(delivery);
            return false;
        }
    }

    /** Leaves a store that fails alone for longer each time. */
    private void again(Delivery delivery) {
        try {
            ports.inbox().hide(delivery, wait.after(delivery.receives()));
        } catch (StoreException e) {
            ports.events().workerFailed("hiding a job", e);
        }
    }

    private boolean claim(Delivery delivery, Job job) {
        Claim claim =
                ports.store()
                        .claim(job, delivery.messageId(), settings.hold(), settings.hourlyPrice());
        return switch (claim) {
            case Claim.Ended ended -> {
                ports.inbox().delete(delivery);
                yield false;
            }
            case Claim.Held held -> {
                // A second message of the same job is useless. The same message redelivered is the
                // job's only one.
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
                                delivery,
                                taken.hold(),
                                taken.state(),
                                taken.checkpoint(),
                                clock.instant());
                if (taken.state().tries() > settings.maxTries()) {
                    giveUp(opened);
                    yield false;
                }
                ports.events().taken(taken.state());
                jobs.add(opened);
                yield true;
            }
        };
    }

    private void giveUp(OpenJob job) {
        String last = job.taken().reason();
        String reason =
                last.isEmpty()
                        ? "the worker stopped "
                                + settings.maxTries()
                                + " times in a row while at it, without saying why; the file may"
                                + " crash it or need more memory than it has"
                        : "gave up after " + settings.maxTries() + " tries: " + last;
        try {
            ports.executions().gaveUp(job.job(), reason);
            park(job.delivery(), job.job().workspace(), reason);
            jobs.end(job, Phase.PARKED, reason, job.progress());
        } catch (LostHoldException e) {
            ports.events().attemptFailed(job.job(), e);
        }
    }

    private void park(Delivery delivery, WorkspaceId workspace, String reason) {
        ports.parked()
                .park(
                        new Parked(
                                delivery.messageId(),
                                workspace,
                                "jobs",
                                "$",
                                reason,
                                delivery.sentAt(),
                                delivery.body()));
    }
}
