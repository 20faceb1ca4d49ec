package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * Tests the worker on in-memory stores: how it handles jobs, and what a crash at any point leaves
 * behind.
 */
@Timeout(900)
final class JobWorkerTest {
    private static final byte[] CLIP = "frames of a clip".getBytes(StandardCharsets.UTF_8);

    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = new JobWorkerHarness(scratch);
    }

    @Test
    void posts_ofAFile_areAnalysedAndCounted() throws Exception {
        Job job = harness.add("a", harness.file("posts.ndjson", JobWorkerHarness.lines(1_000)));

        harness.workUntilEmpty();

        JobState state = harness.state(job);
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.progress().fraction()).isEqualTo(1);
        assertThat(state.progress().done()).isEqualTo(1_000);
        assertThat(state.progress().refused()).isEqualTo(100);
        assertThat(state.progress().busySeconds()).isPositive();
        assertThat(harness.counts()).hasSize(1);
        assertThat(harness.counts().getFirst().counts().posts()).isEqualTo(900);
        assertThat(harness.parkedReasons(JobWorkerHarness.ACME)).hasSize(100);
    }

    @Test
    void posts_inGzipAndInATable_areRead() throws Exception {
        var csv = new StringBuilder("id,text\n");
        for (int i = 0; i < 300; i++) {
            csv.append(i).append(",good Acme Cola\n");
        }
        Job packed =
                harness.add(
                        "gz", harness.file("posts.ndjson.gz", gzip(JobWorkerHarness.lines(300))));
        Job table =
                harness.add(
                        "csv",
                        harness.file("x.csv", csv.toString().getBytes(StandardCharsets.UTF_8)));

        harness.workUntilEmpty();

        assertThat(harness.state(packed).progress().done()).isEqualTo(300);
        assertThat(harness.state(table).progress().done()).isEqualTo(300);
        assertThat(harness.state(table).progress().refused()).isZero();
    }

    @Test
    void video_isWatchedAndItsSheetKept() throws Exception {
        Task.Video task = harness.video("clip.mp4", CLIP);
        Job job = harness.add("v", task);

        harness.workUntilEmpty();

        JobState state = harness.state(job);
        assertThat(state.phase()).isEqualTo(Phase.DONE);
        assertThat(state.progress().mediaSeconds()).isEqualTo(CLIP.length);
        assertThat(state.costPerMinute()).isPresent();
        MediaAnalysis result = harness.results.get(JobWorkerHarness.ACME, task.key()).orElseThrow();
        assertThat(result.status()).isEqualTo(new Status.Watched(HashingVideoModel.findings(CLIP)));
        assertThat(result.version()).isEqualTo("0A");
        assertThat(harness.derived.get(JobWorkerHarness.ACME, task.key(), "contact-sheet.jpg"))
                .isPresent();
        try (var left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void posts_killedAtEveryPoint_areStoredOnceEach() throws Exception {
        int points =
                everyPoint(y -> y.add("a", y.file("posts.ndjson", JobWorkerHarness.lines(260))));

        assertThat(points).isGreaterThan(20);
    }

    @Test
    @Tag("long")
    void postsOfManyChunks_killedAtEveryPoint_areStoredOnceEach() throws Exception {
        int points =
                everyPoint(y -> y.add("a", y.file("posts.ndjson", JobWorkerHarness.lines(700))));

        assertThat(points).isGreaterThan(40);
    }

    @Test
    void postsInGzip_killedAtEveryPoint_areStoredOnceEach() throws Exception {
        int points =
                everyPoint(y -> y.add("a", y.file("posts.gz", gzip(JobWorkerHarness.lines(150)))));

        assertThat(points).isGreaterThan(12);
    }

    @Test
    void video_killedAtEveryPoint_isWatchedOnce() throws Exception {
        int points = everyPoint(y -> y.add("v", y.video("clip.mp4", CLIP)));

        assertThat(points).isGreaterThan(30);
    }

    private interface Start {
        Job with(JobWorkerHarness harness) throws IOException;
    }

    /**
     * Kills the worker at each point of its work in turn, restarts it, and expects the same end
     * result.
     */
    private int everyPoint(Start start) throws Exception {
        JobWorkerHarness calm = new JobWorkerHarness(scratch);
        Job job = start.with(calm);
        calm.workUntilEmpty();
        for (int points = 0; ; points++) {
            JobWorkerHarness interrupted = new JobWorkerHarness(scratch);
            start.with(interrupted);
            boolean killed = false;
            try {
                interrupted.work(Kill.after(points), 1, 4);
            } catch (Kill.Killed e) {
                killed = true;
                interrupted.restart();
                interrupted.workUntilEmpty();
            }
            JobState state = interrupted.state(job);
            assertThat(state.phase()).as("killed after %d points", points).isEqualTo(Phase.DONE);
            assertThat(counted(state.progress())).isEqualTo(counted(calm.state(job).progress()));
            assertThat(interrupted.counts()).isEqualTo(calm.counts());
            assertThat(interrupted.parkedReasons(JobWorkerHarness.ACME))
                    .isEqualTo(calm.parkedReasons(JobWorkerHarness.ACME));
            assertThat(status(interrupted, job)).isEqualTo(status(calm, job));
            if (!killed) {
                return points;
            }
        }
    }

    private static List<Object> counted(Progress progress) {
        return List.of(
                progress.fraction(),
                progress.done(),
                progress.refused(),
                progress.analysed(),
                progress.mediaSeconds());
    }

    private static Optional<Status> status(JobWorkerHarness harness, Job job) {
        return harness.results
                .get(JobWorkerHarness.ACME, job.task().input())
                .map(MediaAnalysis::status);
    }

    @Test
    void video_killedOften_goesOnWhereItWas() throws Exception {
        Job job = harness.add("v", harness.video("clip.mp4", CLIP));
        int deaths = 0;
        while (!harness.state(job).phase().ended()) {
            try {
                harness.work(Kill.after(8), 1, 4);
            } catch (Kill.Killed e) {
                deaths++;
                harness.restart();
            }
        }

        assertThat(deaths).isGreaterThan(3);
        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        // Each crash costs only the current step; starting over would cost all earlier ones.
        assertThat(harness.videos.steps()).isLessThanOrEqualTo(CLIP.length + 1 + 2 * deaths);
    }

    @Test
    void message_sentThreeTimes_isOneJob() throws Exception {
        Job job = harness.add("v", harness.video("clip.mp4", CLIP));
        harness.queue.submit(job);
        harness.queue.submit(job);

        harness.work(Kill.never(), 2, 4);

        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        assertThat(harness.videos.steps()).isEqualTo(CLIP.length + 1);
    }

    @Test
    void decoderThatDiesAgainAndAgain_parksItsJobWithTheReasonAndSparesTheOthers()
            throws Exception {
        Task.Video bad = harness.video("crash.mp4", "crash".getBytes(StandardCharsets.UTF_8));
        Job crashing = harness.add("crash", bad);
        Job sound = harness.add("v", harness.video("clip.mp4", CLIP));

        harness.workUntilEmpty();

        assertThat(harness.state(sound).phase()).isEqualTo(Phase.DONE);
        JobState state = harness.state(crashing);
        assertThat(state.phase()).isEqualTo(Phase.PARKED);
        assertThat(state.reason()).contains("3 tries", "the decoder died at second 1");
        assertThat(harness.parkedReasons(JobWorkerHarness.ACME)).containsExactly(state.reason());
        assertThat(harness.results.get(JobWorkerHarness.ACME, bad.key()).orElseThrow().status())
                .isEqualTo(new Status.Rejected(state.reason()));
    }

    @Test
    void workerThatDiesOfAJob_parksItAfterTheTries() throws Exception {
        Job job = harness.add("a", harness.file("posts.ndjson", JobWorkerHarness.lines(10)));
        for (int i = 0; i < 3; i++) {
            try {
                // Crashes in the first commit, repeatedly.
                harness.work(Kill.after(3), 1, 4);
            } catch (Kill.Killed e) {
                harness.restart();
            }
        }

        harness.workUntilEmpty();

        assertThat(harness.state(job).phase()).isEqualTo(Phase.PARKED);
        assertThat(harness.state(job).reason()).contains("3 times in a row");
    }

    @Test
    void message_thatNobodyUnderstands_isParkedWithItsBody() throws Exception {
        harness.queue.send("nonsense");

        harness.workUntilEmpty();

        assertThat(harness.parkedReasons(new WorkspaceId("default")))
                .containsExactly("no job is called 'nonsense'");
    }

    @Test
    void job_thatCantBeDone_failsAtOnceWithTheReason() throws Exception {
        Job large = harness.add("large", harness.video("large.mp4", new byte[5_001]));
        Job longest = harness.add("long", harness.video("long.mp4", new byte[1_001]));
        Job broken =
                harness.add(
                        "broken", harness.video("x.mp4", "bad".getBytes(StandardCharsets.UTF_8)));
        Job empty = harness.add("empty", harness.video("empty.mp4", new byte[0]));
        Job gone =
                harness.add(
                        "gone",
                        new Task.Posts("imports/acme/" + "0".repeat(32) + "/no", Optional.empty()));
        Job blank = harness.add("blank", harness.file("blank.csv", new byte[0]));
        Job binary =
                harness.add(
                        "binary",
                        harness.file("x.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}));
        Job foreign = harness.add("foreign", new Task.Video("media/other.mp4", ""));

        harness.workUntilEmpty();

        assertThat(reason(large)).contains("5001", "5000");
        assertThat(reason(longest)).contains("too long");
        assertThat(reason(broken)).contains("container is broken");
        assertThat(reason(empty)).contains("empty");
        assertThat(reason(gone)).contains("gone");
        assertThat(reason(blank)).contains("empty");
        assertThat(reason(binary)).contains("no text");
        assertThat(reason(foreign)).contains("another workspace");
        assertThat(
                        harness.results
                                .get(JobWorkerHarness.ACME, large.task().input())
                                .orElseThrow()
                                .status())
                .isInstanceOf(Status.Rejected.class);
    }

    private String reason(Job job) {
        JobState state = harness.state(job);
        assertThat(state.phase()).as(job.id()).isEqualTo(Phase.FAILED);
        assertThat(state.tries()).isLessThanOrEqualTo(1);
        return state.reason();
    }

    @Test
    void jobs_takeTurns() throws Exception {
        harness.add("long", harness.video("long.mp4", new byte[400]));
        harness.add("short", harness.video("short.mp4", new byte[5]));

        harness.work(Kill.never(), 1, 4);

        // The short job may be taken when the long one is already well under way.
        int start = harness.turns.indexOf("short");
        int end = harness.turns.lastIndexOf("short");
        long between = harness.turns.subList(start, end).stream().filter("long"::equals).count();
        assertThat(between).as("steps of the long job while the short one is open").isLessThan(30);
    }

    @Test
    void worker_toldToStop_givesItsJobBackWithItsProgress() throws Exception {
        Job job = harness.add("v", harness.video("clip.mp4", new byte[1_000]));
        JobWorker worker = harness.worker(Kill.never(), 1, 4, harness.queue);
        harness.afterStep =
                () -> {
                    if (harness.turns.size() == 5) {
                        worker.stop();
                    }
                };

        worker.run();

        JobState state = harness.state(job);
        assertThat(state.phase()).isEqualTo(Phase.QUEUED);
        assertThat(state.progress().done()).isEqualTo(5);
        // At once, without waiting for a timeout.
        assertThat(harness.queue.receive(1, Duration.ZERO, Duration.ofSeconds(1))).hasSize(1);
    }

    @Test
    void file_replacedWhileItIsRead_failsWithTheReason() throws Exception {
        Task.Posts task = harness.file("posts.ndjson", JobWorkerHarness.lines(3_000));
        Job job = harness.add("a", task);
        try {
            harness.work(Kill.after(30), 1, 4);
        } catch (Kill.Killed e) {
            harness.restart();
        }
        harness.files.put(task.key(), JobWorkerHarness.lines(2_999));

        harness.workUntilEmpty();

        assertThat(harness.state(job).phase()).isEqualTo(Phase.FAILED);
        assertThat(harness.state(job).reason()).contains("replaced");
    }

    @Test
    void pictures_underAPrefix_areLookedAtAnewAndVideosGetJobs() throws Exception {
        byte[] picture = "\u00ff\u00d8\u00ffrest".getBytes(StandardCharsets.ISO_8859_1);
        byte[] video = "\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1);
        String folder = "media/acme/" + "1".repeat(32) + "/";
        for (int i = 0; i < 30; i++) {
            harness.files.put(folder + i + ".jpg", picture);
        }
        harness.files.put(folder + "clip.mp4", video);
        harness.files.put(folder + "x.zip", "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1));
        harness.files.put("media/rival/" + "1".repeat(32) + "/a.jpg", picture);
        harness.results.put(
                new MediaAnalysis(
                        JobWorkerHarness.ACME,
                        folder + "3.jpg",
                        "0F",
                        JobWorkerHarness.NOW,
                        new Status.Rejected("old"),
                        Optional.empty(),
                        List.of(),
                        List.of()));
        Job job = harness.add("p", new Task.Pictures("media/"));

        harness.workUntilEmpty();

        assertThat(harness.fractions).containsSequence(3 / 33.0, 4 / 33.0).endsWith(1.0);
        assertThat(harness.fractions).isSorted();
        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        assertThat(harness.state(job).progress().done()).isEqualTo(32);
        assertThat(harness.state(job).progress().refused()).isEqualTo(1);
        MediaAnalysis again =
                harness.results.get(JobWorkerHarness.ACME, folder + "3.jpg").orElseThrow();
        assertThat(again.status()).isInstanceOf(Status.Analysed.class);
        assertThat(again.version()).isEqualTo("0F");
        assertThat(harness.derived.get(JobWorkerHarness.ACME, folder + "3.jpg", "blurred.jpg"))
                .isPresent();
        assertThat(
                        harness.results
                                .get(JobWorkerHarness.ACME, folder + "clip.mp4")
                                .orElseThrow()
                                .status())
                .isInstanceOf(Status.Watched.class);
        assertThat(
                        harness.results.get(
                                new WorkspaceId("rival"),
                                "media/rival/" + "1".repeat(32) + "/a.jpg"))
                .isEmpty();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
