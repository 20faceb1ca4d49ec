package dev.earshot.queryapi.rule;

import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.about.RuleListView;

import java.util.List;

/** What is written of the rules. Thread-safe. */
public final class RuleCardRoutes {
    private final RuleCards cards;

    public RuleCardRoutes(RuleCards cards) {
        this.cards = cards;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/rules", Access.READ, this::list),
                new Route("GET", "/v1/rules/{rule}", Access.READ, this::get));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(200, new RuleListView(cards.all()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        String wanted = request.path("rule");
        return cards.find(wanted)
                .map(card -> Response.json(200, card))
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "no rule has the name '"
                                                + Request.shortened(wanted)
                                                + "'; GET /v1/rules lists them"));
    }
}
