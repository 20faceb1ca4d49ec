package dev.earshot.usecase.job;

import static dev.earshot.usecase.job.JobWorkerHarness.CLIP;
import static dev.earshot.usecase.job.JobWorkerHarness.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a worker makes of jobs, on in-memory stores. */
@Timeout(900)
final class JobWorkerTest {
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
    void message_sentThreeTimes_isOneJob() throws Exception {
        Job job = harness.add("v", harness.video("clip.mp4", CLIP));
        harness.queue.submit(job);
        harness.queue.submit(job);

        harness.work(Kill.never(), 2, 4);

        assertThat(harness.state(job).phase()).isEqualTo(Phase.DONE);
        assertThat(harness.videos.steps()).isEqualTo(CLIP.length + 1);
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
}
