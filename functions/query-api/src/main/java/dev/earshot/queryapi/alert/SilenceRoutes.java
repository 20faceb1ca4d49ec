package dev.earshot.queryapi.alert;

import dev.earshot.alerts.rule.Silence;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Silences: each has an owner, a reason and an end. Thread-safe. */
public final class SilenceRoutes {
    private final AlertPorts ports;
    private final BrandStore brands;
    private final InstantSource clock;

    public SilenceRoutes(AlertPorts ports, BrandStore brands, InstantSource clock) {
        this.ports = ports;
        this.brands = brands;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/alerts/silences", Access.READ, this::list),
                new Route("PUT", "/v1/alerts/silences/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/alerts/silences/{id}", Access.WRITE, this::end));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of(
                        "silences",
                        ports.settings().silences(request.workspace()).stream()
                                .map(AlertViews::of)
                                .toList()));
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(Fields.MAX_BODY_BYTES));
        body.acceptOnly(List.of("brand", "kinds", "episode", "owner", "reason", "from", "until"));
        Optional<String> brand = Fields.brand(workspace, body, brands);
        Instant from = Fields.time(body, "from").orElseGet(this::now);
        Instant until =
                Fields.time(body, "until")
                        .orElseThrow(
                                () ->
                                        ProblemException.parameter(
                                                "until", "until must be given: a silence ends"));
        if (!until.isAfter(now())) {
            throw ProblemException.parameter(
                    "until", "until must lie ahead, got " + until + "; it is " + now());
        }
        Silence silence =
                ProblemException.made(
                        () ->
                                new Silence(
                                        request.path("id"),
                                        brand,
                                        Fields.kinds(body),
                                        body.text("episode"),
                                        body.requiredText("owner"),
                                        body.requiredText("reason"),
                                        from,
                                        until));
        boolean known = find(request).isPresent();
        ports.settings().put(workspace, silence);
        return Response.json(known ? 200 : 201, AlertViews.of(silence));
    }

    /** Ends it now; what it silenced stays explained by it. */
    private Response end(Request request) {
        request.acceptOnly();
        Silence silence =
                find(request)
                        .orElseThrow(() -> ProblemException.notFound("no silence has this id"));
        ports.settings().put(request.workspace(), silence.endedAt(now()));
        return Response.noContent();
    }

    private Optional<Silence> find(Request request) {
        return ports.settings().silences(request.workspace()).stream()
                .filter(silence -> silence.id().equals(request.path("id")))
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
