package dev.earshot.core.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns the pages of a workspace's jobs, newest first. Thread-safe. */
public final class JobPages {
    private final JobStore jobs;
    private final Cursors cursors;

    public JobPages(JobStore jobs, Cursors cursors) {
        this.jobs = jobs;
        this.cursors = cursors;
    }

    /** The page after {@code cursor}, or the first. */
    public Page page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > PostPages.MAX_LIMIT) {
            throw new QueryException(
                    "limit", "limit must be 1 to " + PostPages.MAX_LIMIT + ", got " + limit);
        }
        List<String> scope = List.of("jobs", workspace.value());
        List<JobState> found =
                jobs.list(workspace, cursor.map(text -> open(workspace, scope, text)), limit);
        Optional<String> next =
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(
                                cursors.seal(
                                        scope,
                                        List.of(
                                                found.getLast().job().createdAt().toString(),
                                                found.getLast().job().id())));
        return new Page(found, next);
    }

    /** The job that the page before ended with, as far as its place in the order depends on it. */
    private JobState open(WorkspaceId workspace, List<String> scope, String cursor) {
        List<String> fields =
                cursors.open(scope, cursor)
                        .filter(f -> f.size() == 2)
                        .orElseThrow(
                                () ->
                                        new QueryException(
                                                "cursor",
                                                "cursor must be one that this very listing gave"));
        return JobState.queued(
                new Job(
                        fields.get(1), workspace, new Task.Pictures("any"),
                        Instant.parse(fields.get(0))));
    }

    /** One page; {@code next} is the cursor of the page after it, empty on the last. */
    public record Page(List<JobState> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
