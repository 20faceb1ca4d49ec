package dev.earshot.queryapi.route;

import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Problem;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API says about itself. Thread-safe. */
public final class AboutRoutes {
    private final Console console = new Console();
    private final String openApi = Resources.text("openapi.json");
    private final ModelCards models;
    private final String version = Resources.text("version.txt").strip();

    public AboutRoutes(ModelCards models) {
        this.models = models;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/", Access.OPEN, request -> console.page()),
                new Route("GET", "/v1/health", Access.OPEN, this::health),
                new Route("GET", "/v1/openapi.json", Access.OPEN, this::openApi),
                new Route("GET", "/v1/models", Access.READ, this::models),
                new Route("GET", "/v1/models/{model}", Access.READ, this::model));
    }

    private Response health(Request request) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", "ok");
        view.put("version", version);
        view.put("api", "v1");
        return Response.json(200, view);
    }

    private Response openApi(Request request) {
        return new Response(200, "application/json", openApi, Map.of());
    }

    private Response models(Request request) {
        request.acceptOnly();
        return Response.json(200, Map.of("models", models.all()));
    }

    private Response model(Request request) {
        request.acceptOnly();
        String wanted = request.path("model");
        return models.find(wanted)
                .map(card -> Response.json(200, card))
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                        "no model of this release has the name or digest '"
                                                + Request.shortened(wanted)
                                                + "'; GET /v1/models lists them"));
    }
}
