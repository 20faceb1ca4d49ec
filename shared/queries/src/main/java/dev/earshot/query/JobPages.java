package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;

import java.util.Optional;

/** Pages through a workspace's jobs, newest first. Thread-safe. */
public final class JobPages {
    private final JobStore jobs;
    private final NewestFirst<JobState> pages;

    public JobPages(JobStore jobs, Cursors cursors) {
        this.jobs = jobs;
        this.pages =
                new NewestFirst<>(
                        "jobs",
                        cursors,
                        state -> new NewestFirst.Place(state.job().createdAt(), state.job().id()));
    }

    /** The page after {@code cursor}, or the first. */
    public ItemPage<JobState> page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        return pages.page(
                workspace,
                cursor,
                limit,
                (after, most) ->
                        jobs.list(workspace, after.map(place -> at(workspace, place)), most));
    }

    /**
     * A stand-in for the last job of the previous page, with the fields that determine its
     * position.
     */
    private static JobState at(WorkspaceId workspace, NewestFirst.Place place) {
        return JobState.queued(
                new Job(place.id(), workspace, new Task.Pictures("any"), place.at()));
    }
}
