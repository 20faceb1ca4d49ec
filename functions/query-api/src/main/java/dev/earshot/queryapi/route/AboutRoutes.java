package dev.earshot.queryapi.route;

import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.about.HealthView;
import dev.earshot.wire.api.about.ModelListView;

import java.util.List;
import java.util.Map;

/** What the API says about itself. Thread-safe. */
public final class AboutRoutes {
    private final String openApi = Resources.text("openapi.json");
    private final ModelCards models;
    private final String version = Resources.text("version.txt").strip();

    public AboutRoutes(ModelCards models) {
        this.models = models;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/health", Access.OPEN, this::health),
                new Route("GET", "/v1/openapi.json", Access.OPEN, this::openApi),
                new Route("GET", "/v1/models", Access.READ, this::models),
                new Route("GET", "/v1/models/{model}", Access.READ, this::model));
    }

    private Response health(Request request) {
        return Response.json(200, new HealthView("ok", version, "v1"));
    }

    private Response openApi(Request request) {
        return new Response(200, "application/json", openApi, Map.of());
    }

    private Response models(Request request) {
        request.acceptOnly();
        return Response.json(200, new ModelListView(models.all()));
    }

    private Response model(Request request) {
        request.acceptOnly();
        String wanted = request.path("model");
        return models.find(wanted)
                .map(card -> Response.json(200, card))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "no model of this release has the name or digest '"
                                                + Request.shortened(wanted)
                                                + "'; GET /v1/models lists them"));
    }
}
