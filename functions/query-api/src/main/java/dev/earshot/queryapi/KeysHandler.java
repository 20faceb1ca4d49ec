package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.lambda.Settings;
import dev.earshot.queryapi.key.KeyRoutes;

import java.util.List;

/**
 * Answers for keys in a function of its own, since the role of the other may not touch them.
 * Thread-safe.
 */
public final class KeysHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Door door;

    /** For Lambda: configured by the environment. */
    public KeysHandler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public KeysHandler(Settings settings) {
        this(Wiring.keys(settings));
    }

    KeysHandler(KeyRoutes keys) {
        this.door = new Door(keys.routes());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return door.answer(event, context);
    }

    /** Every route's key, such as {@code GET /v1/keys}. */
    List<String> routeKeys() {
        return door.routeKeys();
    }
}
