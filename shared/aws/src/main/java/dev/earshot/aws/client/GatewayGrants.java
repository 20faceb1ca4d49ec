package dev.earshot.aws.client;

import dev.earshot.core.store.RememberedGrants;
import dev.earshot.core.store.StoreException;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Empties the authorizers' cache of a stage: <a
 * href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-cache-authorizers.html">ResetAuthorizersCache</a>,
 * which exists for HTTP APIs alone. Thread-safe.
 */
public final class GatewayGrants implements RememberedGrants {
    private final SignedCalls calls;
    private final URI endpoint;

    public GatewayGrants(SignedCalls calls, URI endpoint) {
        this.calls = calls;
        this.endpoint = endpoint;
    }

    @Override
    public void forget(Door door) {
        SignedCalls.Answer answer =
                calls.delete(
                        "empty the authorizers' cache",
                        "apigateway",
                        endpoint,
                        "/v2/apis/"
                                + segment(door.api())
                                + "/stages/"
                                + segment(door.stage())
                                + "/cache/authorizers");
        if (!answer.successful()) {
            throw new StoreException(
                    "could not empty the authorizers' cache: API Gateway answered "
                            + answer.status(),
                    null);
        }
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
