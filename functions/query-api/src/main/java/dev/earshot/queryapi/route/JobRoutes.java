package dev.earshot.queryapi.route;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.query.JobPages;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.usage.BudgetGuard;
import dev.earshot.wire.api.ApiJson;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Long jobs: requested here, run by the container worker. Requests with the same {@code
 * idempotency-key} header create one job. Thread-safe.
 */
public final class JobRoutes {
    private static final int MAX_BODY_BYTES = 16 << 10;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID_LENGTH = 64;
    private static final int MAX_IDEMPOTENCY_KEY = 200;

    private final JobStore jobs;
    private final JobQueue queue;
    private final JobPages pages;
    private final MediaResults media;
    private final BudgetGuard budget;
    private final Supplier<String> randomHex;
    private final WorkspaceId defaultWorkspace;
    private final InstantSource clock;

    public JobRoutes(Ports ports) {
        this.jobs = ports.jobs();
        this.queue = ports.jobQueue();
        this.pages = new JobPages(ports.jobs(), ports.cursors());
        this.media = ports.media();
        this.budget = ports.budget();
        this.randomHex = ports.randomHex();
        this.defaultWorkspace = ports.defaultWorkspace();
        this.clock = ports.clock();
    }

    public List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/jobs", Access.WRITE, this::create),
                new Route("GET", "/v1/jobs", Access.READ, this::list),
                new Route("GET", "/v1/jobs/{id}", Access.READ, this::get));
    }

    private Response create(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        Task task =
                versioned(
                        workspace,
                        ProblemException.rightOrThrow(ApiJson.task(request.body(MAX_BODY_BYTES))));
        mustBeTheirs(workspace, task);
        Job job =
                new Job(
                        request.header("idempotency-key")
                                .map(key -> repeatable(workspace, key))
                                .orElseGet(randomHex),
                        workspace,
                        task,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        // A repeated request is answered with the job that it made, whatever is spent by then.
        Optional<JobState> known = jobs.get(workspace, job.id());
        if (known.isEmpty()) {
            budget.admit(workspace, kinds(task));
            known = jobs.create(job) ? Optional.empty() : jobs.get(workspace, job.id());
        }
        JobState state = known.orElseGet(() -> JobState.queued(job));
        if (!state.job().task().equals(task)) {
            throw ProblemException.parameter(
                    "idempotency-key",
                    "this idempotency-key was used for another job; use a new one");
        }
        if (!state.phase().ended()) {
            queue.submit(state.job());
        }
        return Response.json(202, state).with("location", "/v1/jobs/" + job.id());
    }

    private Response list(Request request) {
        request.acceptOnly("cursor", "limit");
        return Response.page(
                pages.page(
                        request.workspace(),
                        request.query("cursor"),
                        request.number("limit", DEFAULT_LIMIT)));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return request.found("id", MAX_ID_LENGTH, id -> jobs.get(request.workspace(), id))
                .map(state -> Response.json(200, state))
                .orElseThrow(
                        () -> ProblemException.notFound("no job has this id; it may have expired"));
    }

    /** A video's new result replaces its last one. */
    private Task versioned(WorkspaceId workspace, Task task) {
        return task instanceof Task.Video video
                ? new Task.Video(
                        video.key(),
                        media.get(workspace, video.key()).map(MediaAnalysis::version).orElse(""))
                : task;
    }

    /** What a task uses: each runs on the worker. */
    private static UsageKind[] kinds(Task task) {
        return task instanceof Task.Posts
                ? new UsageKind[] {UsageKind.POSTS, UsageKind.WORKER}
                : new UsageKind[] {UsageKind.WORKER};
    }

    private void mustBeTheirs(WorkspaceId workspace, Task task) {
        switch (task) {
            case Task.Video video -> theirs(workspace, "key", video.key(), MediaKeys.PREFIX);
            case Task.Posts posts -> theirs(workspace, "key", posts.key(), MediaKeys.IMPORTS);
            // The worker skips files of other workspaces.
            case Task.Pictures pictures -> begins("prefix", pictures.prefix(), MediaKeys.PREFIX);
            // The worker refuses a brand that the workspace does not have.
            case Task.Claim claim -> {}
            case Task.Export export ->
                    throw ProblemException.parameter(
                            "kind", "an export is asked for by POST /v1/exports");
        }
    }

    private void theirs(WorkspaceId workspace, String field, String key, String prefix) {
        begins(field, key, prefix);
        if (!MediaKeys.workspaceOf(key, defaultWorkspace).equals(workspace)) {
            throw ProblemException.notFound("no file has this key");
        }
    }

    private static void begins(String field, String value, String prefix) {
        if (!value.startsWith(prefix)) {
            throw ProblemException.parameter(
                    field,
                    field
                            + " must begin with "
                            + prefix
                            + ", got '"
                            + Request.shortened(value)
                            + "'");
        }
    }

    private static String repeatable(WorkspaceId workspace, String key) {
        if (key.length() > MAX_IDEMPOTENCY_KEY) {
            throw ProblemException.parameter(
                    "idempotency-key",
                    "idempotency-key must be at most "
                            + MAX_IDEMPOTENCY_KEY
                            + " characters, got "
                            + key.length());
        }
        return Digests.sha256(workspace + "\0" + key).substring(0, 32);
    }
}
