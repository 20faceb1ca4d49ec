package dev.earshot.queryapi.http;

import dev.earshot.wire.api.ProblemKind;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the route of a request: the most special one whose form and method fit, in whatever order
 * the routes were listed. Immutable and thread-safe.
 */
public final class Router {
    private final List<Route> routes;

    /** Throws {@link IllegalArgumentException} if two routes have the same key. */
    public Router(List<Route> routes) {
        Set<String> keys = new HashSet<>();
        for (Route route : routes) {
            if (!keys.add(route.key())) {
                throw new IllegalArgumentException("two routes are " + route.key());
            }
        }
        this.routes = routes.stream().sorted(Comparator.comparing(Route::rank)).toList();
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
