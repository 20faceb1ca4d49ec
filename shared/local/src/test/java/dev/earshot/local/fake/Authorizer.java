package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;

import dev.earshot.lambda.Settings;

import java.util.Map;

/** Admits the key "good". */
public final class Authorizer
        implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
    public Authorizer(Settings settings) {
        settings.require("TABLE_NAME");
    }

    @Override
    public Map<String, Object> handleRequest(
            APIGatewayV2CustomAuthorizerEvent event, Context context) {
        boolean good =
                "good".equals(event.getHeaders().get("x-api-key"))
                        && event.getIdentitySource().equals(java.util.List.of("good"));
        return Map.of("isAuthorized", good, "context", Map.of("workspace", "acme"));
    }
}
