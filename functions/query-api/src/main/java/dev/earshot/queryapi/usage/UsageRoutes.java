package dev.earshot.queryapi.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a workspace used in a month, what that costs, and its limits. Thread-safe. */
public final class UsageRoutes {
    private static final int MAX_BODY_BYTES = 1 << 12;

    private final UsageStore usage;
    private final AuditLog audit;
    private final InstantSource clock;

    public UsageRoutes(UsageStore usage, AuditLog audit, InstantSource clock) {
        this.usage = usage;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/usage", Access.READ, this::get),
                new Route("PUT", "/v1/usage/limits", Access.ADMIN, this::limit));
    }

    private Response get(Request request) {
        request.acceptOnly("month");
        YearMonth now = Budget.month(clock.instant());
        YearMonth month = request.query("month").map(UsageRoutes::month).orElse(now);
        return shown(request.workspace(), month, usage.limits(request.workspace()));
    }

    /** All limits at once: what is left out has none from now on. */
    private Response limit(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(Arrays.stream(UsageKind.values()).map(UsageKind::key).toList());
        UsageLimits limits = UsageLimits.NONE;
        for (UsageKind kind : UsageKind.values()) {
            Optional<Long> limit = body.whole(kind.key());
            if (limit.isPresent()) {
                UsageLimits before = limits;
                limits = ProblemException.made(() -> before.with(kind, limit.get()));
            }
        }
        Instant now = clock.instant();
        audit.add(
                request.workspace(),
                new AuditUse(
                        now.truncatedTo(ChronoUnit.MILLIS),
                        request.callerName(),
                        "usage-limits",
                        AuditUse.digest("usage limits"),
                        words(limits),
                        true));
        usage.limit(request.workspace(), limits);
        return shown(request.workspace(), Budget.month(now), limits);
    }

    private Response shown(WorkspaceId workspace, YearMonth month, UsageLimits limits) {
        Map<UsageKind, Used> used = usage.used(workspace, month);
        List<KindView> kinds =
                Arrays.stream(UsageKind.values())
                        .map(
                                kind ->
                                        KindView.of(
                                                kind,
                                                used.getOrDefault(kind, Used.NOTHING),
                                                limits.of(kind)))
                        .toList();
        return Response.json(
                200,
                new UsageView(
                        month.toString(),
                        Budget.begin(month),
                        Budget.begin(month.plusMonths(1)),
                        kinds,
                        kinds.stream().mapToDouble(KindView::dollars).sum()));
    }

    private static String words(UsageLimits limits) {
        StringBuilder words = new StringBuilder();
        for (UsageKind kind : UsageKind.values()) {
            limits.of(kind)
                    .ifPresent(
                            limit ->
                                    words.append(kind.key()).append(' ').append(limit).append(' '));
        }
        return words.isEmpty() ? "none" : words.toString().strip();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.parameter(
                    "month",
                    "month must be a year and a month such as 2026-01, got '"
                            + Request.shortened(text)
                            + "'");
        }
    }

    /**
     * A month of a workspace.
     *
     * @param to exclusive
     * @param dollars of all kinds, at list prices
     */
    record UsageView(
            String month, Instant from, Instant to, List<KindView> kinds, double dollars) {}

    /**
     * What was used of one kind.
     *
     * @param kind its unit too: posts, pictures, workerMinutes
     * @param limit for a month; empty if there is none
     * @param left of the limit; 0 where it is spent
     */
    record KindView(
            String kind, double used, Optional<Long> limit, Optional<Double> left, double dollars) {
        static KindView of(UsageKind kind, Used used, Optional<Long> limit) {
            double units = kind.units(used.amount());
            return new KindView(
                    kind.key(),
                    units,
                    limit,
                    limit.map(most -> Math.max(0, most - units)),
                    used.dollars(kind));
        }
    }
}
