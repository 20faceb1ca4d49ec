package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.lambda.Settings;
import dev.earshot.queryapi.route.Ports;

import org.crac.Core;

import java.util.List;

/** Answers one request of the HTTP API (payload format 2.0). Thread-safe. */
public final class Handler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Requests that load what most others need, too. */
    static final List<String> PRIMING = List.of("/v1/health", "/v1/openapi.json");

    private final Door door;
    private final Priming priming;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
        Core.getGlobalContext().register(priming);
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.ports(settings));
    }

    Handler(Ports ports) {
        this.door = new Door(Api.routes(ports));
        this.priming =
                new Priming(
                        () -> PRIMING.forEach(this::primed),
                        () -> ports.brands().version(ports.defaultWorkspace()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event, context);
    }

    /** The status of the answer to a request that nobody made. */
    int primed(String path) {
        return door.primed(path);
    }

    /** What is done before a snapshot. */
    Priming priming() {
        return priming;
    }

    /** Every route's key, such as {@code GET /v1/brands}. */
    List<String> routeKeys() {
        return door.routeKeys();
    }
}
