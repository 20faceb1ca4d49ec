package dev.earshot.queryapi.source;

import dev.earshot.collect.source.SourceFields;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.source.Targets;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.net.HostGuard;
import dev.earshot.core.store.BrandStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sources of posts. Thread-safe. */
public final class SourceRoutes {
    private static final int MAX_BODY_BYTES = 1 << 18;

    private final SourceStore sources;
    private final BrandStore brands;
    private final HostGuard guard;
    private final InstantSource clock;

    /**
     * @param guard refuses servers and feeds that lie inside
     */
    public SourceRoutes(
            SourceStore sources, BrandStore brands, HostGuard guard, InstantSource clock) {
        this.sources = sources;
        this.brands = brands;
        this.guard = guard;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/sources", Access.READ, this::list),
                new Route("GET", "/v1/sources/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/sources/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/sources/{id}", Access.WRITE, this::delete));
    }

    private Response list(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        List<Brand> watched = brands.catalogue(workspace).watched();
        return Response.json(
                200,
                Map.of(
                        "sources",
                        sources.sources(workspace).stream()
                                .map(source -> view(workspace, source, watched))
                                .toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        SourceSpec source =
                sources.source(workspace, request.path("id")).orElseThrow(SourceRoutes::missing);
        return Response.json(200, view(workspace, source, brands.catalogue(workspace).watched()));
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        SourceSpec source = made(request.path("id"), body);
        List<Brand> watched = brands.catalogue(workspace).watched();
        registered(source, watched);
        outside(source);
        List<SourceSpec> before = sources.sources(workspace);
        boolean replaced = before.stream().anyMatch(each -> each.id().equals(source.id()));
        if (!replaced && before.size() >= SourceStore.MAX_SOURCES) {
            throw ProblemException.parameter(
                    "id",
                    "a workspace has at most "
                            + SourceStore.MAX_SOURCES
                            + " sources; delete one first");
        }
        sources.put(workspace, source);
        return Response.json(replaced ? 200 : 201, view(workspace, source, watched));
    }

    private Response delete(Request request) {
        request.acceptOnly();
        if (!sources.delete(request.workspace(), request.path("id"))) {
            throw missing();
        }
        return Response.noContent();
    }

    private SourceView view(WorkspaceId workspace, SourceSpec source, List<Brand> watched) {
        return SourceView.of(
                source, sources.status(workspace, source.id()), watched, clock.instant());
    }

    private static SourceSpec made(String id, JsonObject body) {
        try {
            return SourceFields.read(id, body.fields());
        } catch (FieldException e) {
            throw ProblemException.parameter(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static void registered(SourceSpec source, List<Brand> watched) {
        Set<String> known = watched.stream().map(Brand::id).collect(Collectors.toSet());
        for (String brand : source.brands()) {
            if (!known.contains(brand)) {
                throw ProblemException.parameter(
                        "brands",
                        "brands must be registered, got '"
                                + Request.shortened(brand)
                                + "'; PUT /v1/brands/"
                                + Request.shortened(brand)
                                + " first");
            }
        }
    }

    /**
     * What is named is looked up here, so that a mistake is told at once; the client looks again.
     */
    private void outside(SourceSpec source) {
        if (source.kind() != SourceKind.FEED
                && source.kind() != SourceKind.MASTODON_TAGS
                && source.kind() != SourceKind.MASTODON_PUBLIC) {
            return;
        }
        for (String target : source.targets()) {
            URI address = URI.create(Targets.server(target));
            guard.refusalNow(address)
                    .ifPresent(
                            why -> {
                                throw ProblemException.parameter(
                                        "targets",
                                        "targets: '" + Request.shortened(target) + "' " + why);
                            });
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("no source has this id; PUT it first");
    }
}
