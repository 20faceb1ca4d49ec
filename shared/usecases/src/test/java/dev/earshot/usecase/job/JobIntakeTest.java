package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobInbox;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryJobQueue;
import dev.earshot.testkit.store.InMemoryJobStore;
import dev.earshot.testkit.store.InMemoryParkedStore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests the outcome of each kind of message in the queue. */
final class JobIntakeTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final WorkspaceId DEFAULT = new WorkspaceId("default");
    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryJobQueue queue = new InMemoryJobQueue(clock);
    private final InMemoryJobStore store = new InMemoryJobStore(clock);
    private final InMemoryParkedStore parked = new InMemoryParkedStore();
    private final List<String> said = new ArrayList<>();
    private final WorkerSettings settings =
            new WorkerSettings(
                    2, 1, HOLD, Duration.ZERO, 3, Duration.ZERO, Duration.ofHours(10), 0, DEFAULT);

    private OpenJobs open = open(queue, store);

    private JobWorker.Ports ports(JobInbox inbox, JobStore jobs) {
        return new JobWorker.Ports(inbox, queue, queue, jobs, parked, new GaveUp(), new Said());
    }

    private OpenJobs open(JobInbox inbox, JobStore jobs) {
        return new OpenJobs(ports(inbox, jobs), settings, clock);
    }

    private void poll(boolean stopping) throws InterruptedException {
        poll(queue, store, stopping);
    }

    private void poll(JobInbox inbox, JobStore jobs, boolean stopping) throws InterruptedException {
        new JobIntake(ports(inbox, jobs), settings, clock, open).poll(() -> stopping);
    }

    private Job submitted(String id) {
        Job job = new Job(id, ACME, new Task.Video("media/x.mp4", ""), NOW);
        queue.submit(job);
        return job;
    }

    private JobState state(Job job) {
        return store.get(ACME, job.id()).orElseThrow();
    }

    @Test
    void poll_jobs_areOpenedAsFarAsThereArePlaces() throws InterruptedException {
        for (String id : List.of("a", "b", "c")) {
            submitted(id);
        }

        poll(false);
        poll(false);

        assertThat(said).containsExactly("taken a", "taken b");
        assertThat(store.get(ACME, "c")).isEmpty();
        assertThat(queue.size()).isEqualTo(3);
    }

    @Test
    void poll_whileStopping_givesMessagesBackAtOnce() throws InterruptedException {
        submitted("a");

        poll(true);

        assertThat(said).isEmpty();
        assertThat(store.get(ACME, "a")).isEmpty();
        assertThat(queue.receive(1, Duration.ZERO, HOLD)).hasSize(1);
    }

    @Test
    void poll_messageThatIsNoJob_isParkedAndItsPlaceIsFreeAgain() throws InterruptedException {
        queue.send("nonsense");
        poll(false);
        submitted("a");
        submitted("b");
        poll(false);

        assertThat(parked.list(DEFAULT, Optional.empty(), 9))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.reason()).isEqualTo("no job is called 'nonsense'"));
        assertThat(said).containsExactly("taken a", "taken b");
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void poll_jobThatHasEnded_isDeleted() throws Exception {
        Job job = submitted("a");
        var taken = (JobStore.Claim.Taken) store.claim(job, "other", HOLD, 0);
        store.end(taken.hold(), Phase.DONE, "", Progress.NONE);

        poll(false);

        assertThat(queue.size()).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void poll_jobThatIsHeldUnderAnotherMessage_losesThisOne() throws InterruptedException {
        store.claim(submitted("a"), "other", HOLD, 0);

        poll(false);

        assertThat(queue.size()).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void poll_jobThatIsHeldUnderThisMessage_isHiddenUntilTheHoldIsOver()
            throws InterruptedException {
        Job job = submitted("a");
        store.claim(job, "m0", HOLD, 0);

        poll(false);

        assertThat(said).isEmpty();
        clock.advance(HOLD);
        assertThat(queue.receive(1, Duration.ZERO, HOLD)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(queue.receive(1, Duration.ZERO, HOLD)).hasSize(1);
    }

    @Test
    void poll_jobAfterItsTries_isParkedWithTheLastReason() throws Exception {
        Job job = submitted("a");
        fail(job, 3, "the decoder died");

        poll(false);

        assertThat(state(job).phase()).isEqualTo(Phase.PARKED);
        assertThat(state(job).reason()).isEqualTo("gave up after 3 tries: the decoder died");
        assertThat(said)
                .containsExactly(
                        "gave up: gave up after 3 tries: the decoder died", "ended PARKED");
        assertThat(parked.list(ACME, Optional.empty(), 9))
                .extracting(Parked::reason)
                .containsExactly("gave up after 3 tries: the decoder died");
        assertThat(queue.size()).isZero();
    }

    @Test
    void poll_jobOnItsLastTry_isTaken() throws Exception {
        Job job = submitted("a");
        fail(job, 2, "the decoder died");

        poll(false);

        assertThat(state(job).phase()).isEqualTo(Phase.RUNNING);
        assertThat(said).containsExactly("taken a");
    }

    @Test
    void poll_jobWhoseWorkersDiedSilently_isParkedAndSaysSo() throws InterruptedException {
        Job job = submitted("a");
        for (int i = 0; i < 3; i++) {
            store.claim(job, "m0", HOLD, 0);
            clock.advance(HOLD.plusSeconds(1));
        }

        poll(false);

        assertThat(state(job).reason()).startsWith("the worker stopped 3 times in a row");
    }

    private void fail(Job job, int times, String reason) throws LostHoldException {
        for (int i = 0; i < times; i++) {
            var taken = (JobStore.Claim.Taken) store.claim(job, "m0", HOLD, 0);
            store.release(taken.hold(), reason);
        }
    }

    @Test
    void poll_queueThatDoesNotAnswer_isToldAndPlacesStayFree() throws InterruptedException {
        JobInbox failing =
                new JobInbox() {
                    @Override
                    public List<Delivery> receive(int most, Duration wait, Duration hidden) {
                        throw new StoreException("no answer from SQS", null);
                    }

                    @Override
                    public void hide(Delivery delivery, Duration hidden) {}

                    @Override
                    public void delete(Delivery delivery) {}
                };
        poll(failing, store, false);
        poll(failing, store, false);
        poll(failing, store, false);
        submitted("a");
        submitted("b");
        poll(false);

        assertThat(said)
                .containsExactly(
                        "failed taking jobs",
                        "failed taking jobs",
                        "failed taking jobs",
                        "taken a",
                        "taken b");
    }

    @Test
    void poll_storeThatDoesNotAnswer_leavesTheMessageToComeAgain() throws InterruptedException {
        submitted("a");
        poll(queue, new FailingClaims(store), false);

        assertThat(said).containsExactly("failed taking a job");
        assertThat(queue.size()).isEqualTo(1);
        clock.advance(HOLD);
        poll(false);
        assertThat(said).last().isEqualTo("taken a");
    }

    @Test
    void poll_storeThatKeepsFailing_isLeftAloneForLongerEachTime() throws InterruptedException {
        submitted("a");
        poll(queue, new FailingClaims(store), false);
        clock.advance(Duration.ofSeconds(5));
        poll(queue, new FailingClaims(store), false);
        assertThat(said).containsExactly("failed taking a job", "failed taking a job");

        clock.advance(Duration.ofSeconds(5));
        poll(false);
        assertThat(said).hasSize(2);
        clock.advance(Duration.ofSeconds(10));
        poll(false);
        assertThat(said).last().isEqualTo("taken a");
    }

    /** Records the events. */
    private final class Said implements JobEvents {
        @Override
        public void taken(JobState state) {
            said.add("taken " + state.job().id());
        }

        @Override
        public void stepped(Job job, Duration took, Progress progress) {}

        @Override
        public void attemptFailed(Job job, Throwable cause) {
            said.add("attempt failed");
        }

        @Override
        public void ended(JobState state) {
            said.add("ended " + state.phase());
        }

        @Override
        public void workerFailed(String what, Throwable cause) {
            said.add("failed " + what);
        }
    }

    /** Begins no job; records those that are given up. */
    private final class GaveUp implements JobExecution.Factory {
        @Override
        public JobExecution begin(Job job, Progress progress, Optional<byte[]> checkpoint) {
            throw new IllegalStateException("intake must not begin a job");
        }

        @Override
        public void gaveUp(Job job, String reason) {
            said.add("gave up: " + reason);
        }
    }

    private record FailingClaims(JobStore store) implements JobStore {
        @Override
        public boolean create(Job job) {
            return store.create(job);
        }

        @Override
        public Optional<JobState> get(WorkspaceId workspace, String id) {
            return store.get(workspace, id);
        }

        @Override
        public List<JobState> list(WorkspaceId workspace, Optional<JobState> before, int limit) {
            return store.list(workspace, before, limit);
        }

        @Override
        public Claim claim(Job job, String messageId, Duration lease, double hourlyPrice) {
            throw new StoreException("throttled", null);
        }

        @Override
        public void renew(Hold hold, Duration lease) throws LostHoldException {
            store.renew(hold, lease);
        }

        @Override
        public void save(Hold hold, Progress progress, byte[] checkpoint) throws LostHoldException {
            store.save(hold, progress, checkpoint);
        }

        @Override
        public void end(Hold hold, Phase phase, String reason, Progress progress)
                throws LostHoldException {
            store.end(hold, phase, reason, progress);
        }

        @Override
        public void release(Hold hold, String reason) throws LostHoldException {
            store.release(hold, reason);
        }
    }
}
