package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.Admission;
import dev.earshot.lambda.Caller;
import dev.earshot.lambda.Callers;
import dev.earshot.lambda.LogLine;
import dev.earshot.query.QueryException;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Answers;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.http.Router;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request, lets in who may ask it, and answers. Every failure becomes an RFC
 * 9457 problem; the log contains the route, never the path, the query, a body or a key.
 * Thread-safe.
 */
final class Door {
    private final Router router;

    Door(List<Route> routes) {
        this.router = new Router(routes);
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        long started = System.nanoTime();
        LogLine line = new LogLine("request answered").with("requestId", requestId(event));
        Response response = answer(event, line);
        context.getLogger()
                .log(
                        line.with("status", response.status())
                                        .with("bytes", response.body().length())
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        return method(event).equals("GET")
                ? Answers.toGet(response, ifNoneMatch(event))
                : Answers.of(response);
    }

    /** The status of the answer to a GET without a caller, which is not logged. */
    int primed(String path) {
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath(path);
        var http = new RequestContext.Http();
        http.setMethod("GET");
        var context = new RequestContext();
        context.setHttp(http);
        event.setRequestContext(context);
        Response response = answer(event, new LogLine("primed"));
        return Answers.toGet(response, ifNoneMatch(event)).getStatusCode();
    }

    private Response answer(APIGatewayV2HTTPEvent event, LogLine line) {
        try {
            Router.Match match = router.match(method(event), path(event));
            line.with("route", match.route().key());
            return admitted(match, event);
        } catch (ProblemException e) {
            return problem(e.problem(), event);
        } catch (QueryException e) {
            return problem(
                    Problem.of(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()))
                            .withParameter(e.parameter()),
                    event);
        } catch (StoreException e) {
            line.with(e);
            return problem(
                    Problem.of(ProblemKind.UNAVAILABLE, "a service that this needs failed"), event);
        } catch (RuntimeException e) {
            line.with(e);
            return problem(
                    Problem.of(ProblemKind.FAILED, "the fault is not yours; the log has the cause"),
                    event);
        }
    }

    private static Response admitted(Router.Match match, APIGatewayV2HTTPEvent event) {
        Route route = match.route();
        Optional<Caller> caller =
                route.access() == Access.OPEN
                        ? Optional.empty()
                        : Optional.of(caller(event, route.access().scope()));
        return route.action().apply(Request.of(event, match.parameters(), caller));
    }

    private static Caller caller(APIGatewayV2HTTPEvent event, String scope) {
        return switch (Callers.admit(event, scope)) {
            case Admission.Admitted(Caller caller) -> caller;
            case Admission.Unknown(String why) ->
                    throw new ProblemException(ProblemKind.UNAUTHORISED, why);
            case Admission.Forbidden(String why) ->
                    throw new ProblemException(ProblemKind.FORBIDDEN, why);
        };
    }

    private static Response problem(Problem problem, APIGatewayV2HTTPEvent event) {
        return Answers.of(problem.at("urn:earshot:request:" + requestId(event)));
    }

    /** Every route's key, for the check against the OpenAPI document. */
    List<String> routeKeys() {
        return router.keys();
    }

    private static String method(APIGatewayV2HTTPEvent event) {
        RequestContext context = event.getRequestContext();
        return context == null || context.getHttp() == null || context.getHttp().getMethod() == null
                ? ""
                : context.getHttp().getMethod().toUpperCase(Locale.ROOT);
    }

    /** The path below the stage; the stage {@code $default} has none of its own. */
    private static String path(APIGatewayV2HTTPEvent event) {
        String path =
                event.getRawPath() == null || event.getRawPath().isEmpty()
                        ? "/"
                        : event.getRawPath();
        RequestContext context = event.getRequestContext();
        String stage = context == null ? null : context.getStage();
        if (stage != null && !stage.equals("$default") && path.startsWith("/" + stage + "/")) {
            return path.substring(stage.length() + 1);
        }
        return path;
    }

    private static String requestId(APIGatewayV2HTTPEvent event) {
        RequestContext context = event.getRequestContext();
        return context == null || context.getRequestId() == null ? "none" : context.getRequestId();
    }

    private static String ifNoneMatch(APIGatewayV2HTTPEvent event) {
        if (event.getHeaders() == null) {
            return "";
        }
        return event.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("if-none-match"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
