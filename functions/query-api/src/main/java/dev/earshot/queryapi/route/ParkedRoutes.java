package dev.earshot.queryapi.route;

import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;
import dev.earshot.query.ParkedPages;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Rejected records with their reasons. A payload is a person's words as they came, unmasked, so who
 * reads one is in the audit before it is sent. Thread-safe.
 */
public final class ParkedRoutes {
    private static final int DEFAULT_LIMIT = 20;

    /** No parked record has a longer id. */
    private static final int MAX_ID_LENGTH = 256;

    private final ParkedStore parked;
    private final ParkedPages pages;
    private final AuditLog audit;
    private final InstantSource clock;

    public ParkedRoutes(
            ParkedStore parked, ParkedPages pages, AuditLog audit, InstantSource clock) {
        this.parked = parked;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/parked", Access.READ, this::list),
                new Route("GET", "/v1/parked/{id}", Access.READ, this::get));
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
        return request.found("id", MAX_ID_LENGTH, id -> parked.get(request.workspace(), id))
                .map(item -> shown(request, item))
                .orElseThrow(() -> ProblemException.notFound("nothing is parked under this id"));
    }

    private Response shown(Request request, Parked item) {
        audit.add(
                request.workspace(),
                new AuditUse(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request.callerName(),
                        "parked",
                        AuditUse.digest(item.id()),
                        "",
                        true));
        return Response.json(200, item);
    }
}
