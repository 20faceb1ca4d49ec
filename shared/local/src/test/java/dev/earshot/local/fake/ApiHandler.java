package dev.earshot.local.fake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.lambda.Settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Echoes its request. */
public final class ApiHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    public ApiHandler(Settings settings) {
        settings.require("TABLE_NAME");
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (event.getRawPath().equals("/v1/models")) {
            throw new IllegalStateException("told to throw");
        }
        StringBuilder body = new StringBuilder(event.getRouteKey());
        if (event.getPathParameters() != null) {
            body.append(" path=").append(new TreeMap<>(event.getPathParameters()));
        }
        if (event.getQueryStringParameters() != null) {
            body.append(" query=").append(new TreeMap<>(event.getQueryStringParameters()));
        }
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                event.getRequestContext().getAuthorizer();
        if (authorizer != null && authorizer.getLambda() != null) {
            body.append(" workspace=").append(authorizer.getLambda().get("workspace"));
        }
        if (event.getBody() != null) {
            body.append(" base64=")
                    .append(event.getIsBase64Encoded())
                    .append(" body=")
                    .append(event.getBody());
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("Content-Type", "text/plain;charset=utf-8", "ETag", "\"1\""))
                .withCookies(List.of("a=1", "b=2"))
                .withBody(body.toString())
                .build();
    }
}
