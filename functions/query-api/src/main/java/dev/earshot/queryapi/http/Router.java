package dev.earshot.queryapi.http;

import dev.earshot.wire.api.ProblemKind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request. Immutable and thread-safe. */
public final class Router {
    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route with its parameters. */
    public record Match(Route route, Map<String, String> parameters) {}

    /** The route; a problem if there is none. */
    public Match match(String method, String path) {
        List<Route> sameForm = routes.stream().filter(r -> r.match(path).isPresent()).toList();
        if (sameForm.isEmpty()) {
            throw ProblemException.notFound(
                    "no resource has this path; GET /v1/openapi.json lists them");
        }
        Optional<Route> route =
                sameForm.stream().filter(r -> r.method().equals(method)).findFirst();
        if (route.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.METHOD_NOT_ALLOWED,
                    "use "
                            + sameForm.stream()
                                    .map(Route::method)
                                    .collect(Collectors.joining(", ")));
        }
        return new Match(route.get(), route.get().match(path).orElseThrow());
    }

    /** Every route's key. */
    public List<String> keys() {
        return routes.stream().map(Route::key).toList();
    }
}
