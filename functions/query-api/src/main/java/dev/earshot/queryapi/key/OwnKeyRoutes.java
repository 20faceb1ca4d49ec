package dev.earshot.queryapi.key;

import dev.earshot.lambda.Caller;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.api.about.KeyView;

import java.util.List;

/** What the key that a request carries opens, and allows. Stateless. */
public final class OwnKeyRoutes {
    public List<Route> routes() {
        return List.of(new Route("GET", "/v1/keys/self", Access.READ, this::self));
    }

    private Response self(Request request) {
        request.acceptOnly();
        Caller caller =
                request.caller()
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemKind.UNAUTHORISED,
                                                "send a key as x-api-key"));
        return Response.json(
                200,
                new KeyView(
                        caller.name(),
                        caller.workspace().value(),
                        caller.scopes().stream().sorted().toList()));
    }
}
