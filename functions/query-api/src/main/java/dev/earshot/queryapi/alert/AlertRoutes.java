package dev.earshot.queryapi.alert;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.core.WorkspaceId;
import dev.earshot.query.AlertPages;
import dev.earshot.query.ItemPage;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was told, how it got there, and once more by hand. Thread-safe. */
public final class AlertRoutes {
    private static final int DEFAULT_LIMIT = 20;

    private final AlertPorts ports;
    private final AlertPages pages;

    public AlertRoutes(AlertPorts ports, AlertPages pages) {
        this.ports = ports;
        this.pages = pages;
    }

    /** After all other routes under {@code /v1/alerts}, whose names could be an id. */
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/alerts", Access.READ, this::list),
                new Route("GET", "/v1/alerts/{id}", Access.READ, this::get),
                new Route("GET", "/v1/alerts/{id}/deliveries", Access.READ, this::deliveries),
                new Route("POST", "/v1/alerts/{id}/replay", Access.WRITE, this::replay));
    }

    private Response list(Request request) {
        request.acceptOnly("brand", "cursor", "limit");
        ItemPage<Alert> page =
                pages.page(
                        request.workspace(),
                        request.query("brand"),
                        request.query("cursor"),
                        request.number("limit", DEFAULT_LIMIT));
        return Response.page(
                new ItemPage<>(page.items().stream().map(AlertViews::of).toList(), page.next()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(200, AlertViews.of(known(request)));
    }

    private Response deliveries(Request request) {
        request.acceptOnly();
        Alert alert = known(request);
        return Response.json(
                200,
                Map.of(
                        "deliveries",
                        ports.outbox().deliveries(request.workspace(), alert.id()).stream()
                                .map(AlertViews::of)
                                .toList()));
    }

    /** Begins failed deliveries anew, or that of one recipient whatever its state. */
    private Response replay(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        Alert alert = known(request);
        Optional<String> recipient = recipient(request);
        List<Delivery> chosen =
                ports.outbox().deliveries(workspace, alert.id()).stream()
                        .filter(
                                delivery ->
                                        recipient
                                                .map(delivery.recipient().key()::equals)
                                                .orElse(delivery.state() == Delivery.State.FAILED))
                        .toList();
        if (recipient.isPresent() && chosen.isEmpty()) {
            throw ProblemException.parameter(
                    "recipient",
                    "recipient must be one of the alert's deliveries, got '"
                            + Request.shortened(recipient.get())
                            + "'");
        }
        List<Work> work = new ArrayList<>();
        List<String> busy = new ArrayList<>();
        for (Delivery delivery : chosen) {
            ports.outbox()
                    .again(workspace, alert.id(), delivery.key())
                    .ifPresentOrElse(work::add, () -> busy.add(delivery.key()));
        }
        ports.queue().send(work, Duration.ZERO);
        return Response.json(
                202, Map.of("replayed", work.stream().map(Work::detail).toList(), "busy", busy));
    }

    private static Optional<String> recipient(Request request) {
        if (request.body() == null || request.body().isBlank()) {
            return Optional.empty();
        }
        JsonObject body = JsonObject.of(request.body(Fields.MAX_BODY_BYTES));
        body.acceptOnly(List.of("recipient"));
        return body.text("recipient");
    }

    private Alert known(Request request) {
        return ports.outbox()
                .alert(request.workspace(), request.path("id"))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "no alert has this id; it may have expired"));
    }
}
