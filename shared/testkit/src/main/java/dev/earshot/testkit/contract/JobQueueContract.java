package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.JobQueue;
import dev.earshot.core.store.JobQueue.Job;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link JobQueue} must do. */
public abstract class JobQueueContract {
    /** The queue under test. */
    protected abstract JobQueue queue();

    /** Takes the jobs that the queue holds, at least one. */
    protected abstract List<Job> received();

    @Test
    void job_submitted_isReceivedWhole() {
        var job =
                new Job(
                        "video-1", "video", new WorkspaceId("acme"),
                        "media/a \"b\"\\c\n\u00e9🚀.mp4", Instant.parse("2026-03-04T05:06:07Z"));
        queue().submit(job);

        assertThat(received()).contains(job);
    }
}
