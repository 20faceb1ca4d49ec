package dev.earshot.queryapi.export;

import dev.earshot.core.FieldException;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.export.ExportContent;
import dev.earshot.core.export.ExportFormat;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.JobQueue;
import dev.earshot.core.job.JobState;
import dev.earshot.core.job.JobStore;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.query.ItemPage;
import dev.earshot.query.JobPages;
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
 * Files of what is known of a brand: asked for here, written by the container worker, fetched from
 * S3 by an address that is signed anew at each look. Thread-safe.
 */
public final class ExportRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_BODY_BYTES = 4 << 10;
    private static final Duration LOOK_BACK = Duration.ofDays(366);

    private final BrandStore brands;
    private final JobStore jobs;
    private final JobQueue queue;
    private final BudgetGuard budget;
    private final ExportViews views;
    private final JobPages pages;
    private final AuditLog audit;
    private final Supplier<String> randomHex;
    private final InstantSource clock;

    public ExportRoutes(
            BrandStore brands,
            JobStore jobs,
            JobQueue queue,
            BudgetGuard budget,
            ExportViews views,
            JobPages pages,
            AuditLog audit,
            Supplier<String> randomHex,
            InstantSource clock) {
        this.brands = brands;
        this.jobs = jobs;
        this.queue = queue;
        this.budget = budget;
        this.views = views;
        this.pages = pages;
        this.audit = audit;
        this.randomHex = randomHex;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("POST", "/v1/exports", Access.WRITE, this::create),
                new Route("GET", "/v1/exports", Access.READ, this::list),
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
        note(request, job, task);
        jobs.create(job);
        queue.submit(job);
        return Response.json(202, views.of(JobState.queued(job)))
                .with("location", "/v1/exports/" + job.id());
    }

    private Task.Export task(JsonObject body) {
        body.acceptOnly(List.of("brand", "what", "format", "from", "to"));
        ExportContent content = content(body);
        String format = body.text("format").orElse(ExportFormat.NDJSON.key());
        Instant to = time(body, "to").orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
        return new Task.Export(
                body.requiredText("brand"),
                content,
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

    private static ExportContent content(JsonObject body) {
        String what = body.text("what").orElse(ExportContent.POSTS.key());
        ExportContent content =
                ExportContent.of(what)
                        .orElseThrow(
                                () ->
                                        new FieldException(
                                                "what",
                                                "must be posts, cases, counts or scores, got '"
                                                        + Request.shortened(what)
                                                        + "'"));
        if (!content.hasTime()) {
            for (String field : List.of("from", "to")) {
                if (body.text(field).isPresent()) {
                    throw new FieldException(
                            field,
                            "must be left out for " + what + ": the board is that of the last run");
                }
            }
        }
        return content;
    }

    private static Optional<Instant> time(JsonObject body, String field) {
        return body.text(field)
                .map(
                        text -> {
                            try {
                                // A date alone is the start of its day in UTC.
                                return Instant.parse(
                                        text.length() == 10 ? text + "T00:00:00Z" : text);
                            } catch (DateTimeParseException e) {
                                throw new FieldException(
                                        field,
                                        "must be a time such as 2026-01-31T12:00:00Z, or a date, got '"
                                                + Request.shortened(text)
                                                + "'");
                            }
                        });
    }

    private Response list(Request request) {
        request.acceptOnly("cursor", "limit");
        ItemPage<JobState> page =
                pages.page(
                        request.workspace(),
                        request.query("cursor"),
                        request.number("limit", DEFAULT_LIMIT));
        return Response.page(
                new ItemPage<>(page.items().stream().map(views::of).toList(), page.next()));
    }

    /** Before it is asked for, so that nothing leaves that is not noted. */
    private void note(Request request, Job job, Task.Export task) {
        audit.add(
                request.workspace(),
                new AuditUse(
                        job.createdAt(),
                        request.callerName(),
                        "export",
                        AuditUse.digest(job.id()),
                        task.content().key() + " of " + task.brandId(),
                        true));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return request.found("id", 64, id -> jobs.get(request.workspace(), id))
                .filter(state -> state.job().task() instanceof Task.Export)
                .map(state -> Response.json(200, views.of(state)))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "no export has this id; it may have expired"));
    }
}
