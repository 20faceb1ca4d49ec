package dev.earshot.queryapi.export;

import dev.earshot.core.FieldException;
import dev.earshot.core.export.ExportFiles;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobState.Phase;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.usage.BudgetGuard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files of a brand's posts: asked for here, written by the container worker, fetched from S3 by an
 * address that is signed anew at each look. Thread-safe.
 */
public final class ExportRoutes {
    /** How long an address holds. */
    static final Duration VALID = Duration.ofMinutes(15);

    private static final int MAX_BODY_BYTES = 4 << 10;
    private static final Duration LOOK_BACK = Duration.ofDays(366);

    private final BrandStore brands;
    private final JobStore jobs;
    private final JobQueue queue;
    private final ExportFiles files;
    private final BudgetGuard budget;
    private final Supplier<String> randomHex;
    private final InstantSource clock;

    public ExportRoutes(
            BrandStore brands,
            JobStore jobs,
            JobQueue queue,
            ExportFiles files,
            BudgetGuard budget,
            Supplier<String> randomHex,
            InstantSource clock) {
        this.brands = brands;
        this.jobs = jobs;
        this.queue = queue;
        this.files = files;
        this.budget = budget;
        this.randomHex = randomHex;
        this.clock = clock;
    }

    /**
     * An export as the API shows it.
     *
     * @param rows posts written so far
     * @param fraction of the time from the newest post back
     * @param url for 15 minutes; empty until it is done, and when the file is gone
     * @param gone whether the file is: after a day, or because somebody was erased
     */
    record ExportView(
            String id,
            String brand,
            String format,
            Instant from,
            Instant to,
            Phase state,
            Optional<String> reason,
            long rows,
            double fraction,
            String fileName,
            Optional<String> url,
            boolean gone,
            Instant createdAt,
            Optional<Instant> finishedAt) {}

    public List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/exports", Access.WRITE, this::create),
                new Route("GET", "/v1/exports/{id}", Access.READ, this::get));
    }

    private Response create(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        Task.Export task = ProblemException.made(() -> task(body));
        if (brands.catalogue(request.workspace()).find(task.brandId()).isEmpty()) {
            throw ProblemException.unknownBrand(task.brandId());
        }
        budget.admit(request.workspace(), UsageKind.WORKER);
        Job job =
                new Job(
                        randomHex.get(),
                        request.workspace(),
                        task,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        jobs.create(job);
        queue.submit(job);
        return Response.json(202, view(JobState.queued(job), task))
                .with("location", "/v1/exports/" + job.id());
    }

    private Task.Export task(JsonObject body) {
        body.acceptOnly(List.of("brand", "format", "from", "to"));
        String format = body.text("format").orElse(ExportFormat.NDJSON.key());
        Instant to = time(body, "to").orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
        return new Task.Export(
                body.requiredText("brand"),
                ExportFormat.of(format)
                        .orElseThrow(
                                () ->
                                        new FieldException(
                                                "format",
                                                "must be ndjson, csv or parquet, got '"
                                                        + Request.shortened(format)
                                                        + "'")),
                time(body, "from")
                        .orElseGet(() -> to.minus(LOOK_BACK))
                        .truncatedTo(ChronoUnit.MILLIS),
                to);
    }

    private static Optional<Instant> time(JsonObject body, String field) {
        return body.text(field)
                .map(
                        text -> {
                            try {
                                return Instant.parse(text);
                            } catch (DateTimeParseException e) {
                                throw new FieldException(
                                        field,
                                        "must be a time such as 2026-01-31T12:00:00Z, got '"
                                                + Request.shortened(text)
                                                + "'");
                            }
                        });
    }

    private Response get(Request request) {
        request.acceptOnly();
        return request.spellings("id").stream()
                .filter(id -> id.length() <= 64)
                .flatMap(id -> jobs.get(request.workspace(), id).stream())
                .filter(state -> state.job().task() instanceof Task.Export)
                .findFirst()
                .map(state -> Response.json(200, view(state, (Task.Export) state.job().task())))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "no export has this id; it may have expired"));
    }

    private ExportView view(JobState state, Task.Export task) {
        boolean done = state.phase() == Phase.DONE;
        Job job = state.job();
        Optional<String> url =
                done
                        ? files.link(job.workspace(), job.id(), task.fileName(), VALID)
                        : Optional.empty();
        return new ExportView(
                job.id(),
                task.brandId(),
                task.format().key(),
                task.from(),
                task.to(),
                state.phase(),
                state.reason().isEmpty() ? Optional.empty() : Optional.of(state.reason()),
                state.progress().done(),
                state.progress().fraction(),
                task.fileName(),
                url,
                done && url.isEmpty(),
                job.createdAt(),
                state.finishedAt());
    }
}
