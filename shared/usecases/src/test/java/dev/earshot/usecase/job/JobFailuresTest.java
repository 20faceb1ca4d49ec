package dev.earshot.usecase.job;

import static dev.earshot.usecase.job.JobWorkerHarness.CLIP;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis.Status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Jobs that cannot be done end with their reason, and hold up no other. */
@Timeout(900)
final class JobFailuresTest {
    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = new JobWorkerHarness(scratch);
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
}
