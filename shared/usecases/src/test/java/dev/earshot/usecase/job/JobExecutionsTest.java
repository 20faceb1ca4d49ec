package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Progress;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.usecase.job.JobExecution.Step;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs each kind of task step by step, without a worker. */
final class JobExecutionsTest {
    private static final String OWN = "/acme/" + "0".repeat(32) + "/";
    private static final Progress SAVED = new Progress(0.5, 7, 1, 0, 0, 0);

    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);
    private JobExecutions executions = harness.executions(Kill.never(), harness.queue);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = new JobWorkerHarness(folder);
        executions = harness.executions(Kill.never(), harness.queue);
    }

    private static Job job(Task task) {
        return new Job("j", JobWorkerHarness.ACME, task, JobWorkerHarness.NOW);
    }

    private Step last(Job job, Optional<byte[]> checkpoint) {
        try (JobExecution execution = executions.begin(job, SAVED, checkpoint)) {
            Step step;
            do {
                step = execution.step();
            } while (step instanceof Step.Going);
            return step;
        }
    }

    @Test
    void begin_fileOfAnotherWorkspace_isRefusedWithItsProgressKept() {
        var refused = new Step.Refused("the file belongs to another workspace", SAVED);
        String key = "/rival/" + "0".repeat(32) + "/a";

        assertThat(last(job(new Task.Posts("imports" + key, Optional.empty())), Optional.empty()))
                .isEqualTo(refused);
        assertThat(last(job(new Task.Video("media" + key, "")), Optional.empty()))
                .isEqualTo(refused);
    }

    @Test
    void gaveUp_video_hasAResultWithTheReasonAndPostsHaveNone() {
        executions.gaveUp(job(new Task.Video("media/x.mp4", "0A")), "the decoder died");
        executions.gaveUp(job(new Task.Posts("imports/x", Optional.empty())), "the file is gone");

        assertThat(harness.results.get(JobWorkerHarness.ACME, "media/x.mp4").orElseThrow().status())
                .isEqualTo(new Status.Rejected("the decoder died"));
        assertThat(harness.results.get(JobWorkerHarness.ACME, "imports/x")).isEmpty();
    }

    @Test
    void posts_fromACheckpoint_goOnBehindIt() {
        byte[] file = JobWorkerHarness.lines(4);
        Task.Posts task = harness.file("posts.ndjson", file);
        int second = new String(file, StandardCharsets.UTF_8).indexOf('\n') + 1;
        String tag = tagOf(task.key());

        Step step =
                last(
                        job(task),
                        Optional.of(("1 " + second + " " + tag).getBytes(StandardCharsets.UTF_8)));

        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Finished.class,
                        finished -> {
                            Progress progress = finished.progress();
                            assertThat(progress.done()).isEqualTo(7 + 3);
                            assertThat(progress.refused()).isEqualTo(1);
                            assertThat(progress.report().orElseThrow().posts()).isEqualTo(3);
                            assertThat(progress.report().orElseThrow().samples()).isEmpty();
                        });
        assertThat(
                        harness.posts
                                .counts(
                                        JobWorkerHarness.ACME,
                                        "acme-cola",
                                        JobWorkerHarness.NOW.minus(Duration.ofDays(30)),
                                        JobWorkerHarness.NOW)
                                .getFirst()
                                .counts()
                                .posts())
                .isEqualTo(3);
    }

    @Test
    void posts_fromACheckpointOfAnotherContent_areRefused() {
        Task.Posts task = harness.file("posts.ndjson", JobWorkerHarness.lines(4));

        assertThat(last(job(task), Optional.of("1 10 other".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).contains("replaced");
                            assertThat(refused.progress()).isEqualTo(SAVED);
                        });
    }

    private String tagOf(String key) {
        var file = new StoredFile(harness.files, key, 1, "", 1 << 20);
        file.part(0);
        return file.tag();
    }

    @Test
    void pictures_fromACheckpoint_goOnBehindItsKey() {
        byte[] picture = "\u00ff\u00d8\u00ffrest".getBytes(StandardCharsets.ISO_8859_1);
        for (String name : List.of("a.jpg", "b.jpg", "c.jpg")) {
            harness.files.put("media" + OWN + name, picture);
        }
        String place = "3 1 media" + OWN + "a.jpg";

        Step step =
                last(
                        job(new Task.Pictures("media/")),
                        Optional.of(place.getBytes(StandardCharsets.UTF_8)));

        assertThat(step).isEqualTo(new Step.Finished(new Progress(1, 7 + 2, 1, 0, 0, 0)));
        assertThat(harness.results.get(JobWorkerHarness.ACME, "media" + OWN + "a.jpg")).isEmpty();
        assertThat(harness.results.get(JobWorkerHarness.ACME, "media" + OWN + "b.jpg")).isPresent();
    }

    @Test
    void pictures_fromADamagedCheckpoint_beginAnew() {
        harness.files.put("media" + OWN + "x.zip", new byte[] {'P', 'K', 3, 4});

        assertThat(
                        last(
                                job(new Task.Pictures("media/")),
                                Optional.of("damaged".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Step.Finished(new Progress(1, 7 + 1, 1 + 1, 0, 0, 0)));
    }

    @Test
    void pictures_largeOnes_areRefusedAndLargeVideosGetJobs() {
        byte[] large = new byte[1_001];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, large, 0, 3);
        byte[] video = new byte[1_001];
        System.arraycopy("\0\0\0 ftypisom".getBytes(StandardCharsets.ISO_8859_1), 0, video, 0, 12);
        harness.files.put("media" + OWN + "large.jpg", large);
        harness.files.put("media" + OWN + "long.mp4", video);

        assertThat(last(job(new Task.Pictures("media/")), Optional.empty()))
                .isEqualTo(new Step.Finished(new Progress(1, 7 + 2, 1 + 1, 0, 0, 0)));
        assertThat(
                        harness.results
                                .get(JobWorkerHarness.ACME, "media" + OWN + "large.jpg")
                                .orElseThrow()
                                .status())
                .isEqualTo(
                        new Status.Rejected(
                                "the file has 1001 bytes, more than the 1000 that a picture may"
                                        + " have"));
        assertThat(harness.queue.jobs())
                .extracting(Job::task)
                .containsExactly(new Task.Video("media" + OWN + "long.mp4", ""));
    }

    @Test
    void video_fetchedInParts_isRemovedAfterItsEndOrClosing() throws Exception {
        Task.Video task = harness.video("clip.mp4", new byte[5_000]);
        List<Step> steps = new ArrayList<>();
        try (JobExecution execution =
                executions.begin(job(task), Progress.NONE, Optional.empty())) {
            steps.add(execution.step());
            try (var copies = Files.list(scratch)) {
                assertThat(copies).hasSize(1);
            }
            steps.add(execution.step());
        }

        // Parts of 4,096 bytes: the first step fetches, the second opens and refuses 5,000 s.
        assertThat(steps.getFirst()).isEqualTo(new Step.Going(Progress.NONE, Optional.empty()));
        assertThat(steps.getLast())
                .isEqualTo(new Step.Refused("the video is too long", Progress.NONE));
        try (var copies = Files.list(scratch)) {
            assertThat(copies).isEmpty();
        }
    }

    @Test
    void video_withoutRoomForItsCopy_failsAndSaysWhatIsNeeded(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");
        var elsewhere = new JobWorkerHarness(file);
        Task.Video task = elsewhere.video("clip.mp4", new byte[3]);
        try (JobExecution execution =
                elsewhere
                        .executions(Kill.never(), elsewhere.queue)
                        .begin(job(task), Progress.NONE, Optional.empty())) {
            assertThatThrownBy(execution::step)
                    .hasMessageContaining("can't be written")
                    .hasMessageContaining("a-file");
        }
    }

    @Test
    void job_ofNobody_isNotOfTheDefaultWorkspace() {
        var other =
                new Job(
                        "j",
                        new WorkspaceId("default"),
                        new Task.Video("media/x.mp4", ""),
                        JobWorkerHarness.NOW);

        assertThat(last(other, Optional.empty()))
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> assertThat(refused.reason()).contains("gone"));
    }
}
