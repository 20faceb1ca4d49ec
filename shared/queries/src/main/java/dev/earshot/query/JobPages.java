package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Pages through a workspace's jobs, newest first. Thread-safe. */
public final class JobPages {
    private final JobStore jobs;
    private final NewestFirst<JobState> pages;
    private final Predicate<Task> wanted;

    /** Of all jobs. */
    public JobPages(JobStore jobs, Cursors cursors) {
        this(jobs, cursors, "jobs", task -> true);
    }

    /**
     * Of some jobs.
     *
     * @param listing its name, so that its cursors are valid for no other listing
     * @param wanted whether jobs of a task are listed
     */
    public JobPages(JobStore jobs, Cursors cursors, String listing, Predicate<Task> wanted) {
        this.jobs = jobs;
        this.wanted = wanted;
        this.pages =
                new NewestFirst<>(
                        listing,
                        cursors,
                        state -> new NewestFirst.Place(state.job().createdAt(), state.job().id()));
    }

    /** The page after {@code cursor}, or the first. */
    public ItemPage<JobState> page(WorkspaceId workspace, Optional<String> cursor, int limit) {
        return pages.page(
                workspace,
                cursor,
                limit,
                (after, most) -> wanted(workspace, after.map(place -> at(workspace, place)), most));
    }

    /** As many of those that are wanted, from as few of the store's pages as hold them. */
    private List<JobState> wanted(WorkspaceId workspace, Optional<JobState> after, int most) {
        List<JobState> found = new ArrayList<>();
        Optional<JobState> before = after;
        while (true) {
            List<JobState> page = jobs.list(workspace, before, most);
            for (JobState state : page) {
                if (found.size() < most && wanted.test(state.job().task())) {
                    found.add(state);
                }
            }
            if (found.size() == most || page.size() < most) {
                return found;
            }
            before = Optional.of(page.getLast());
        }
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
