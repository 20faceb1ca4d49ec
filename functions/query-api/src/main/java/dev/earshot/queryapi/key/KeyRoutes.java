package dev.earshot.queryapi.key;

import dev.earshot.core.Checks;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.RememberedGrants;
import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.Caller;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.api.about.IssuedKeyView;
import dev.earshot.wire.api.about.KeyListView;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A workspace's keys: who issues one gives away no more than they have, sees it this once, and
 * leaves a line in the audit. Thread-safe.
 */
public final class KeyRoutes {
    /** The most keys of a workspace. */
    static final int MAX_KEYS = 200;

    private static final int MAX_BODY_BYTES = 1 << 12;

    private final ApiKeyRegistry keys;
    private final RememberedGrants remembered;
    private final AuditLog audit;
    private final Supplier<String> fresh;
    private final InstantSource clock;

    /**
     * @param fresh makes a key that nobody can guess
     */
    public KeyRoutes(
            ApiKeyRegistry keys,
            RememberedGrants remembered,
            AuditLog audit,
            Supplier<String> fresh,
            InstantSource clock) {
        this.keys = keys;
        this.remembered = remembered;
        this.audit = audit;
        this.fresh = fresh;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/keys", Access.ADMIN, this::list),
                new Route("POST", "/v1/keys", Access.ADMIN, this::issue),
                new Route("DELETE", "/v1/keys/{id}", Access.ADMIN, this::revoke));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(200, KeyListView.of(of(request.workspace())))
                .with("cache-control", "no-store");
    }

    private List<ApiKeyRegistry.Entry> of(WorkspaceId workspace) {
        return keys.entries().stream()
                .filter(each -> each.grant().workspace().equals(workspace))
                .toList();
    }

    private Response issue(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("name", "scopes"));
        String name =
                ProblemException.made(
                        () ->
                                Checks.name(
                                        "name",
                                        body.requiredText("name"),
                                        ApiKeyRegistry.MAX_NAME));
        Set<String> scopes = scopes(body.texts("scopes"), request.caller().orElseThrow());
        if (of(request.workspace()).size() >= MAX_KEYS) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "a workspace has at most " + MAX_KEYS + " keys; revoke one first");
        }
        String key = fresh.get();
        note(request, "issue key", ApiKeys.id(key), name);
        keys.allow(key, name, new ApiKeys.Grant(request.workspace(), scopes));
        return Response.json(
                        201,
                        new IssuedKeyView(
                                ApiKeys.id(key), name, scopes.stream().sorted().toList(), key))
                .with("cache-control", "no-store");
    }

    private static Set<String> scopes(List<String> wanted, Caller caller) {
        if (wanted.isEmpty()) {
            throw ProblemException.parameter(
                    "scopes", "scopes must name at least one of " + ApiKeys.SCOPES);
        }
        for (String scope : wanted) {
            if (!ApiKeys.SCOPES.contains(scope)) {
                throw ProblemException.parameter(
                        "scopes",
                        "scopes must be of "
                                + ApiKeys.SCOPES
                                + ", got '"
                                + Request.shortened(scope)
                                + "'");
            }
            if (!caller.may(scope)) {
                throw new ProblemException(
                        ProblemKind.FORBIDDEN,
                        "a key gives away no more than it has, and this one has not the scope '"
                                + scope
                                + "'");
            }
        }
        return Set.copyOf(wanted);
    }

    private Response revoke(Request request) {
        request.acceptOnly();
        ApiKeyRegistry.Entry found =
                of(request.workspace()).stream()
                        .filter(each -> each.id().equals(request.path("id")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "no key of this workspace has this id;"
                                                        + " GET /v1/keys lists them"));
        note(request, "revoke key", found.id(), found.name());
        keys.revoke(found.id());
        try {
            remembered.forget(request.door());
        } catch (StoreException e) {
            throw new ProblemException(
                    ProblemKind.UNAVAILABLE,
                    "the key is revoked, but API Gateway could not be told and may honour it for"
                            + " AuthorizerCacheSeconds (60 unless chosen otherwise)");
        }
        return Response.noContent();
    }

    /** Before it is done, so that nothing is done that is not noted. */
    private void note(Request request, String action, String id, String name) {
        audit.add(
                request.workspace(),
                new AuditUse(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request.callerName(),
                        action,
                        AuditUse.digest(id),
                        name,
                        true));
    }
}
