package dev.earshot.queryapi.route;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.usage.BudgetGuard;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A brand claims posts that are stored already. While brands stay as they are, asking again leads
 * to the job that is under way. Thread-safe.
 */
public final class ClaimRoutes {
    private final BrandStore brands;
    private final JobStore jobs;
    private final JobQueue queue;
    private final BudgetGuard budget;
    private final Supplier<String> randomHex;
    private final InstantSource clock;

    public ClaimRoutes(Ports ports) {
        this.brands = ports.brands();
        this.jobs = ports.jobs();
        this.queue = ports.jobQueue();
        this.budget = ports.budget();
        this.randomHex = ports.randomHex();
        this.clock = ports.clock();
    }

    public List<Route> routes() {
        return List.of(new Route("POST", "/v1/brands/{brand}/claim", Access.WRITE, this::claim));
    }

    private Response claim(Request request) {
        request.acceptOnly();
        String brandId = request.path("brand");
        BrandCatalogue catalogue = brands.catalogue(request.workspace());
        if (catalogue.find(brandId).isEmpty()) {
            throw ProblemException.unknownBrand(brandId);
        }
        admit(request.workspace());
        JobState state = start(request.workspace(), brandId, catalogue.version());
        return Response.json(202, state).with("location", "/v1/jobs/" + state.job().id());
    }

    /** Returns if the month's budget has room for a claim. */
    void admit(WorkspaceId workspace) {
        budget.admit(workspace, UsageKind.WORKER);
    }

    /** The job that claims stored posts for a brand as it is in that version of the catalogue. */
    JobState start(WorkspaceId workspace, String brandId, long version) {
        String id =
                Digests.sha256("claim\0" + workspace + "\0" + brandId + "\0" + version)
                        .substring(0, 32);
        Optional<JobState> known = jobs.get(workspace, id);
        JobState state = queued(known.isEmpty() ? id : randomHex.get(), workspace, brandId);
        if (known.isPresent() && !known.get().phase().ended()) {
            state = known.get();
        } else {
            jobs.create(state.job());
        }
        queue.submit(state.job());
        return state;
    }

    private JobState queued(String id, WorkspaceId workspace, String brandId) {
        return JobState.queued(
                new Job(
                        id,
                        workspace,
                        new Task.Claim(brandId),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
