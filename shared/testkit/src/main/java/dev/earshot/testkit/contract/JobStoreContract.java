package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.JobStore.Claim;
import dev.earshot.core.job.LostHoldException;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.FileReport;
import dev.earshot.core.post.PostFiles;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What every {@link JobStore} must do. Each test uses an empty store. */
public abstract class JobStoreContract {
    private static final Task EXPORT =
            new Task.Export(
                    "acme",
                    ExportContent.CASES,
                    ExportFormat.PARQUET,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2026-02-01T00:00:00.123Z"));

    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant CREATED = Instant.parse("2026-03-04T05:06:07.123Z");
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final FileReport REPORT =
            new FileReport(
                    Optional.of(
                            new PostFiles.Description(
                                    "a table",
                                    "UTF-8",
                                    Optional.of('\t'),
                                    List.of(new PostFiles.Column("Te\txt", Optional.of("text"))),
                                    Optional.of("dmy"),
                                    List.of("a note"))),
                    "",
                    12,
                    0,
                    1,
                    Map.of("x", 12L),
                    Map.of("en", 12L),
                    Optional.of(CREATED),
                    Optional.of(CREATED),
                    List.of(new FileReport.Reason("kind …", 2, "row 3: 'x'\n")),
                    List.of(),
                    List.of(),
                    List.of());
    private static final Progress SOME = new Progress(0.25, 12, 2, 3, 4.5, 6.25).withReport(REPORT);
    private static final PostFiles.Hints HINTS =
            new PostFiles.Hints(Map.of("text", "Bei trag", "time", "none"), Optional.of("mdy"));

    /** The clock of the store under test. */
    protected final SettableClock clock = new SettableClock(CREATED.plusSeconds(10));

    /** The store under test, empty, with {@link #clock}. */
    protected abstract JobStore store();

    @Test
    void job_created_isQueuedAndReadBackWhole() {
        JobStore store = store();
        for (Task task :
                List.of(
                        new Task.Video("media/a b#\u00e9🚀.mp4", "0055AED6"),
                        new Task.Posts("imports/x.csv", Optional.of("x-v2")),
                        new Task.Posts("imports/x.csv", Optional.empty()),
                        new Task.Posts("imports/x.csv", Optional.empty(), HINTS),
                        new Task.Claim("acme"),
                        EXPORT,
                        new Task.Pictures("media/2026/"))) {
            Job job = job("job-" + task.hashCode(), task, CREATED);

            assertThat(store.create(job)).isTrue();

            assertThat(store.get(WORKSPACE, job.id())).contains(JobState.queued(job));
        }
    }

    @Test
    void job_createdTwice_isOne() {
        JobStore store = store();
        store.create(job("a"));

        assertThat(store.create(job("a"))).isFalse();
        assertThat(store.list(WORKSPACE, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void job_ofAnotherWorkspace_isUnknown() {
        JobStore store = store();
        store.create(job("a"));

        assertThat(store.get(new WorkspaceId("acme2"), "a")).isEmpty();
        assertThat(store.list(new WorkspaceId("acme2"), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void claim_ofAJobThatIsFree_takesItAndCountsTheTry() {
        JobStore store = store();
        store.create(job("a"));

        Claim.Taken taken = take(store, "a", "m1");

        assertThat(taken.state().phase()).isEqualTo(Phase.RUNNING);
        assertThat(taken.state().tries()).isEqualTo(1);
        assertThat(taken.state().queueTime()).contains(Duration.ofSeconds(10));
        assertThat(taken.checkpoint()).isEmpty();
        assertThat(store.get(WORKSPACE, "a")).contains(taken.state());
    }

    @Test
    void claim_ofAJobThatIsNotKnown_createsIt() {
        JobStore store = store();

        take(store, "a", "m1");

        assertThat(store.list(WORKSPACE, Optional.empty(), 10))
                .extracting(state -> state.job().id())
                .containsExactly("a");
    }

    @Test
    void claim_ofAJobThatIsHeld_saysByWhatAndUntilWhen() {
        JobStore store = store();
        take(store, "a", "m1");

        assertThat(store.claim(job("a"), "m2", LEASE, 0))
                .isEqualTo(new Claim.Held("m1", clock.instant().plus(LEASE)));
    }

    @Test
    void claim_byManyAtOnce_isOnesAlone() throws Exception {
        JobStore store = store();
        store.create(job("a"));
        List<Callable<Claim>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String message = "m" + i;
            claims.add(() -> store.claim(job("a"), message, LEASE, 0));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            int taken = 0;
            for (var claim : threads.invokeAll(claims)) {
                taken += claim.get() instanceof Claim.Taken ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void claim_afterTheLeaseRanOut_goesOnFromTheCheckpoint() throws Exception {
        JobStore store = store();
        Claim.Taken first = take(store, "a", "m1");
        byte[] checkpoint = bytes(200);
        store.save(first.hold(), SOME, checkpoint);
        clock.advance(LEASE.plusSeconds(1));

        Claim.Taken second = take(store, "a", "m1");

        assertThat(second.state().progress()).isEqualTo(SOME);
        assertThat(second.state().tries()).isEqualTo(1);
        assertThat(second.state().startedAt()).isEqualTo(first.state().startedAt());
        assertThat(second.checkpoint().orElseThrow()).isEqualTo(checkpoint);
    }

    @Test
    void checkpoint_ofAnySize_isReadBackWhole() throws Exception {
        JobStore store = store();
        for (int size : new int[] {0, 1, 5_000, 600_000, 10}) {
            Claim.Taken taken = take(store, "a", "m1");
            store.save(taken.hold(), SOME, bytes(size));
            store.release(taken.hold(), "");

            Claim.Taken again = take(store, "a", "m1");

            assertThat(again.checkpoint().orElseThrow()).isEqualTo(bytes(size));
            store.release(again.hold(), "");
        }
    }

    @Test
    void writes_underALostHold_changeNothing() throws Exception {
        JobStore store = store();
        Claim.Taken first = take(store, "a", "m1");
        clock.advance(LEASE.plusSeconds(1));
        Claim.Taken second = take(store, "a", "m1");
        store.save(second.hold(), SOME, bytes(9_000));

        assertThatThrownBy(() -> store.save(first.hold(), Progress.NONE, bytes(8_000)))
                .isInstanceOf(LostHoldException.class);
        assertThatThrownBy(() -> store.renew(first.hold(), LEASE))
                .isInstanceOf(LostHoldException.class);
        assertThatThrownBy(() -> store.release(first.hold(), "no"))
                .isInstanceOf(LostHoldException.class);
        assertThatThrownBy(() -> store.end(first.hold(), Phase.DONE, "", Progress.NONE))
                .isInstanceOf(LostHoldException.class);

        store.release(second.hold(), "");
        Claim.Taken third = take(store, "a", "m1");
        assertThat(third.state().progress()).isEqualTo(SOME);
        assertThat(third.checkpoint().orElseThrow()).isEqualTo(bytes(9_000));
    }

    @Test
    void renewal_prolongsTheHold() throws Exception {
        JobStore store = store();
        Claim.Taken taken = take(store, "a", "m1");
        clock.advance(Duration.ofSeconds(50));

        store.renew(taken.hold(), LEASE);
        clock.advance(Duration.ofSeconds(50));

        assertThat(store.claim(job("a"), "m1", LEASE, 0)).isInstanceOf(Claim.Held.class);
    }

    @Test
    void tries_withoutGettingOn_areCountedAndReasonIsKept() throws Exception {
        JobStore store = store();
        for (int i = 1; i <= 3; i++) {
            Claim.Taken taken = take(store, "a", "m1");
            assertThat(taken.state().tries()).isEqualTo(i);
            store.release(taken.hold(), "the decoder died");
        }
        assertThat(store.get(WORKSPACE, "a").orElseThrow().reason()).isEqualTo("the decoder died");

        Claim.Taken fourth = take(store, "a", "m1");
        store.save(fourth.hold(), SOME, bytes(1));
        store.release(fourth.hold(), "");

        assertThat(take(store, "a", "m1").state().tries()).isEqualTo(1);
    }

    @Test
    void release_withoutAReason_isNoTry() throws Exception {
        JobStore store = store();
        for (int i = 0; i < 3; i++) {
            Claim.Taken taken = take(store, "a", "m1");
            assertThat(taken.state().tries()).isEqualTo(1);
            store.release(taken.hold(), "");
            assertThat(store.get(WORKSPACE, "a").orElseThrow().phase()).isEqualTo(Phase.QUEUED);
        }
    }

    @Test
    void job_ended_staysEnded() throws Exception {
        JobStore store = store();
        for (Phase phase : List.of(Phase.DONE, Phase.FAILED, Phase.PARKED)) {
            Job job = job("job-" + phase);
            Claim.Taken taken = (Claim.Taken) store.claim(job, "m1", LEASE, 0.5);
            store.save(taken.hold(), Progress.NONE, bytes(100_000));
            clock.advance(Duration.ofSeconds(5));
            store.end(taken.hold(), phase, "why", SOME);

            Claim.Ended ended = (Claim.Ended) store.claim(job, "m2", LEASE, 0);

            assertThat(ended.state().phase()).isEqualTo(phase);
            assertThat(ended.state().reason()).isEqualTo("why");
            assertThat(ended.state().progress()).isEqualTo(SOME);
            assertThat(ended.state().finishedAt()).contains(clock.instant());
            assertThat(ended.state().hourlyPrice()).isEqualTo(0.5);
            assertThat(store.get(WORKSPACE, job.id())).contains(ended.state());
        }
    }

    @Test
    void list_isNewestFirstInPages() {
        JobStore store = store();
        for (int i = 0; i < 5; i++) {
            store.create(job("job-" + i, new Task.Pictures("media/"), CREATED.plusSeconds(i / 2)));
        }

        List<JobState> first = store.list(WORKSPACE, Optional.empty(), 2);
        List<JobState> second = store.list(WORKSPACE, Optional.of(first.getLast()), 2);
        List<JobState> third = store.list(WORKSPACE, Optional.of(second.getLast()), 2);

        assertThat(ids(first)).containsExactly("job-4", "job-3");
        assertThat(ids(second)).containsExactly("job-2", "job-1");
        assertThat(ids(third)).containsExactly("job-0");
    }

    private static List<String> ids(List<JobState> states) {
        return states.stream().map(state -> state.job().id()).toList();
    }

    private static Claim.Taken take(JobStore store, String id, String messageId) {
        return (Claim.Taken) store.claim(job(id), messageId, LEASE, 0);
    }

    private static Job job(String id) {
        return job(id, new Task.Pictures("media/"), CREATED);
    }

    private static Job job(String id, Task task, Instant createdAt) {
        return new Job(id, WORKSPACE, task, createdAt);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
