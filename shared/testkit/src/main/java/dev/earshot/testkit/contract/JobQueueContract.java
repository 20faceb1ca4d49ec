package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.PostFiles;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every {@link JobQueue} must do. */
public abstract class JobQueueContract {
    private static final Task EXPORT =
            new Task.Export(
                    "acme",
                    ExportContent.SCORES,
                    ExportFormat.PARQUET,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2026-02-01T00:00:00.123Z"));

    /** The queue under test. */
    protected abstract JobQueue queue();

    /** Takes the jobs that the queue holds, at least one. */
    protected abstract List<Job> received();

    @Test
    void jobs_ofEachTask_areReceivedWhole() {
        String key = "media/a \"b\"\\c\u00e9🚀.mp4";
        List<Job> jobs =
                List.of(
                        job("video-1", new Task.Video(key, "0055AED6DCD90281E5")),
                        job("posts-1", new Task.Posts(key, Optional.of("x-v2"))),
                        job("posts-2", new Task.Posts(key, Optional.empty())),
                        job(
                                "posts-3",
                                new Task.Posts(
                                        key,
                                        Optional.empty(),
                                        new PostFiles.Hints(
                                                Map.of("text", "Bei\"trag", "time", "Wann"),
                                                Optional.of("dmy")))),
                        job("claim-1", new Task.Claim("acme")),
                        job("export-1", EXPORT),
                        job("pictures-1", new Task.Pictures("media/2026/")));
        jobs.forEach(queue()::submit);

        assertThat(received()).containsExactlyInAnyOrderElementsOf(jobs);
    }

    private static Job job(String id, Task task) {
        return new Job(id, new WorkspaceId("acme"), task, Instant.parse("2026-03-04T05:06:07Z"));
    }
}
