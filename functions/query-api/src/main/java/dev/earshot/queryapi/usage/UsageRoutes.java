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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workspace used in a month, what that costs, and its limits. Thread-safe. */
public final class UsageRoutes {
    private static final int MAX_BODY_BYTES = 1 << 12;
    private static final String DAILY = "daily";
    private static final List<UsageKind> KINDS = List.of(UsageKind.values());

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
        body.acceptOnly(
                Stream.concat(KINDS.stream().map(UsageKind::key), Stream.of(DAILY)).toList());
        Map<UsageKind, Long> monthly = limits(body);
        Map<UsageKind, Long> daily =
                body.part(DAILY)
                        .map(
                                part -> {
                                    part.acceptOnly(KINDS.stream().map(UsageKind::key).toList());
                                    return limits(part);
                                })
                        .orElse(Map.of());
        UsageLimits limits = ProblemException.made(() -> new UsageLimits(monthly, daily));
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
        LocalDate today = Budget.day(clock.instant());
        List<KindView> kinds =
                KINDS.stream()
                        .map(
                                kind ->
                                        KindView.of(
                                                kind,
                                                usage.used(workspace, kind, month),
                                                limits.monthly(kind),
                                                month.equals(YearMonth.from(today))
                                                        ? Optional.of(
                                                                PeriodView.of(
                                                                        kind,
                                                                        usage.used(
                                                                                workspace, kind,
                                                                                today),
                                                                        limits.daily(kind)))
                                                        : Optional.empty()))
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

    private static Map<UsageKind, Long> limits(JsonObject from) {
        var limits = new EnumMap<UsageKind, Long>(UsageKind.class);
        KINDS.forEach(kind -> from.whole(kind.key()).ifPresent(limit -> limits.put(kind, limit)));
        return limits;
    }

    private static String words(UsageLimits limits) {
        String words =
                KINDS.stream()
                        .flatMap(
                                kind ->
                                        Stream.of(
                                                        words(kind, limits.monthly(kind), "month"),
                                                        words(kind, limits.daily(kind), "day"))
                                                .flatMap(Optional::stream))
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no limits" : words;
    }

    private static Optional<String> words(UsageKind kind, Optional<Long> limit, String period) {
        return limit.map(most -> most + " " + kind.key() + " a " + period);
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
     * @param today of the day that is; empty of other months than this one
     */
    record KindView(
            String kind,
            double used,
            Optional<Long> limit,
            Optional<Double> left,
            double dollars,
            Optional<PeriodView> today) {
        static KindView of(
                UsageKind kind, Used used, Optional<Long> limit, Optional<PeriodView> today) {
            PeriodView month = PeriodView.of(kind, used, limit);
            return new KindView(
                    kind.key(), month.used(), limit, month.left(), used.dollars(kind), today);
        }
    }

    /** What was used in a period, and what is left of its limit. */
    record PeriodView(double used, Optional<Long> limit, Optional<Double> left) {
        static PeriodView of(UsageKind kind, Used used, Optional<Long> limit) {
            double units = kind.units(used.amount());
            return new PeriodView(units, limit, limit.map(most -> Math.max(0, most - units)));
        }
    }
}
