package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.lambda.Settings;
import dev.earshot.queryapi.route.Ports;

import java.util.List;

/** Answers one request of the HTTP API (payload format 2.0). Thread-safe. */
public final class Handler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Door door;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.ports(settings));
    }

    Handler(Ports ports) {
        this.door = new Door(Api.routes(ports));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event, context);
    }

    /** Every route's key, such as {@code GET /v1/brands}. */
    List<String> routeKeys() {
        return door.routeKeys();
    }
}
