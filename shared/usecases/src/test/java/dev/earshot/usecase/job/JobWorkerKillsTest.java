package dev.earshot.usecase.job;

import static dev.earshot.usecase.job.JobWorkerHarness.CLIP;
import static dev.earshot.usecase.job.JobWorkerHarness.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.Progress;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a worker that is killed leaves behind: at any point, and any number of times. */
@Timeout(900)
final class JobWorkerKillsTest {
    private Path scratch = Path.of("");
    private JobWorkerHarness harness = new JobWorkerHarness(scratch);

    @BeforeEach
    void fresh(@TempDir Path folder) {
        scratch = folder;
        harness = new JobWorkerHarness(scratch);
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
}
