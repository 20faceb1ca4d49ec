package dev.earshot.queryapi.view;

import dev.earshot.core.Checks;
import dev.earshot.core.view.SavedView;
import dev.earshot.core.view.ViewStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views of the console that a workspace keeps under names. Thread-safe. */
public final class ViewRoutes {
    private static final int MAX_BODY_BYTES = 1 << 13;

    private final ViewStore views;
    private final InstantSource clock;

    public ViewRoutes(ViewStore views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/views", Access.READ, this::list),
                new Route("GET", "/v1/views/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/views/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/views/{id}", Access.WRITE, this::delete));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of("views", views.all(request.workspace()).stream().map(Shown::of).toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        SavedView found =
                find(views.all(request.workspace()), request.path("id"))
                        .orElseThrow(ViewRoutes::missing);
        return tagged(200, found);
    }

    /**
     * Where there is one already, its tag must be sent, so that of two changes at once one loses.
     */
    private Response put(Request request) {
        request.acceptOnly();
        String id = ProblemException.made(() -> Checks.id("id", request.path("id")));
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("name", "address"));
        List<SavedView> all = views.all(request.workspace());
        Optional<SavedView> before = find(all, id);
        if (before.isEmpty() && all.size() >= ViewStore.MAX_VIEWS) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "a workspace has at most "
                            + ViewStore.MAX_VIEWS
                            + " saved views; delete one first");
        }
        long version = before.map(SavedView::version).orElse(0L);
        boolean asSeen =
                before.isPresent()
                        ? request.seen("view").equals(String.valueOf(version))
                        : request.header("if-match").isEmpty();
        if (!asSeen) {
            throw changed();
        }
        SavedView view =
                ProblemException.made(
                        () ->
                                new SavedView(
                                        id,
                                        body.requiredText("name"),
                                        body.requiredText("address"),
                                        request.callerName(),
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                        version + 1));
        if (!views.put(request.workspace(), view)) {
            throw changed();
        }
        return tagged(before.isPresent() ? 200 : 201, view);
    }

    private Response delete(Request request) {
        request.acceptOnly();
        if (!views.delete(request.workspace(), request.path("id"))) {
            throw missing();
        }
        return Response.noContent();
    }

    private static Optional<SavedView> find(List<SavedView> all, String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static Response tagged(int status, SavedView view) {
        return Response.json(status, Shown.of(view)).with("etag", Shown.of(view).etag());
    }

    private static ProblemException missing() {
        return ProblemException.notFound("no view has this id; GET /v1/views lists them");
    }

    private static ProblemException changed() {
        return new ProblemException(
                ProblemKind.CONFLICT,
                "the view has changed since it was read, or is gone; read it again");
    }

    /**
     * A view as it is answered.
     *
     * @param etag to be sent as {@code if-match} with a change
     */
    private record Shown(
            String id, String name, String address, String by, Instant at, String etag) {
        static Shown of(SavedView view) {
            return new Shown(
                    view.id(),
                    view.name(),
                    view.address(),
                    view.by(),
                    view.at(),
                    "\"" + view.version() + "\"");
        }
    }
}
