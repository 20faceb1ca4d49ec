package dev.earshot.queryapi.privacy;

import dev.earshot.core.audit.AuditLog;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.privacy.AuditView;

import java.util.List;

/** The log of who has used which special right, checked as it is read. Thread-safe. */
public final class AuditRoutes {
    private final AuditLog log;

    public AuditRoutes(AuditLog log) {
        this.log = log;
    }

    public List<Route> routes() {
        return List.of(new Route("GET", "/v1/privacy/audit", Access.RESOLVE, this::all));
    }

    private Response all(Request request) {
        request.acceptOnly();
        return Response.json(200, AuditView.of(log.all(request.workspace())))
                .with("cache-control", "no-store");
    }
}
