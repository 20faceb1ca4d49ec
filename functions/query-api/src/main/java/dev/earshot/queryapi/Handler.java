package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Settings;
import dev.earshot.query.QueryException;
import dev.earshot.queryapi.http.Answers;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Router;
import dev.earshot.queryapi.route.Ports;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Answers one request of the HTTP API (payload format 2.0). Every failure becomes an RFC 9457
 * problem; the log contains the route, never the path, the query, a body or a key. Thread-safe.
 */
public final class Handler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Api api;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.ports(settings));
    }

    Handler(Ports ports) {
        this.api = new Api(ports);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
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

    private Response answer(APIGatewayV2HTTPEvent event, LogLine line) {
        try {
            Router.Match match = api.match(method(event), path(event));
            line.with("route", match.route().key());
            return api.answer(match, event);
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

    private static Response problem(Problem problem, APIGatewayV2HTTPEvent event) {
        return Answers.of(problem.at("urn:earshot:request:" + requestId(event)));
    }

    /** Every route's key, for the check against the OpenAPI document. */
    java.util.List<String> routeKeys() {
        return api.routeKeys();
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
