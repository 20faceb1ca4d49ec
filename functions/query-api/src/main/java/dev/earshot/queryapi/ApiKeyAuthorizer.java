package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;

import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Settings;

import org.crac.Core;

import java.util.Map;
import java.util.Optional;

/**
 * Authorises a request whose header {@code x-api-key} is an issued key, and returns the key's
 * workspace. Keys are looked up by their SHA-256, so neither timing nor the table reveals how close
 * a guess was. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda
 *     authorizers for HTTP APIs</a>, payload 2.0 with simple responses
 */
public final class ApiKeyAuthorizer
        implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, SimpleIAMPolicyResponse> {
    private static final int MAX_KEY_LENGTH = 256;
    private final ApiKeys keys;
    private final Priming priming;

    /** For Lambda: configured by the environment. */
    public ApiKeyAuthorizer() {
        this(Settings.fromEnvironment());
        Core.getGlobalContext().register(priming);
    }

    /** Configured by these settings. */
    public ApiKeyAuthorizer(Settings settings) {
        this(Wiring.apiKeys(settings));
    }

    ApiKeyAuthorizer(ApiKeys keys) {
        this.keys = keys;
        this.priming = new Priming(() -> keys.grant("nobody has this key"));
    }

    /** What is done before a snapshot. */
    Priming priming() {
        return priming;
    }

    @Override
    public SimpleIAMPolicyResponse handleRequest(
            APIGatewayV2CustomAuthorizerEvent event, Context context) {
        try {
            return key(event)
                    .flatMap(key -> keys.grant(key).map(grant -> granted(key, grant)))
                    .orElseGet(() -> new SimpleIAMPolicyResponse(false, Map.of()));
        } catch (StoreException e) {
            context.getLogger().log(new LogLine("key not looked up").with(e) + "\n");
            throw e;
        }
    }

    private static SimpleIAMPolicyResponse granted(String key, ApiKeys.Grant grant) {
        return new SimpleIAMPolicyResponse(
                true,
                Map.of(
                        "workspace",
                        grant.workspace().value(),
                        "caller",
                        ApiKeys.id(key),
                        "scopes",
                        String.join(" ", grant.scopes().stream().sorted().toList())));
    }

    private static Optional<String> key(APIGatewayV2CustomAuthorizerEvent event) {
        if (event.getHeaders() == null) {
            return Optional.empty();
        }
        return event.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-api-key"))
                .map(Map.Entry::getValue)
                .filter(key -> key != null && !key.isBlank() && key.length() <= MAX_KEY_LENGTH)
                .findFirst();
    }
}
