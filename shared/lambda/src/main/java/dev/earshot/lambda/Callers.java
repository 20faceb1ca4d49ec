package dev.earshot.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the caller from what the authoriser put into the event: the context of a Lambda authoriser
 * ({@code workspace} and {@code scopes}), or the claims of a JWT authoriser ({@code workspace}, and
 * the scopes of the token). A request's own headers and parameters play no part. Stateless.
 */
public final class Callers {
    private Callers() {}

    /**
     * The caller; empty if no authoriser identified one.
     *
     * @throws FieldException if the workspace's name is not valid
     */
    public static Optional<Caller> of(APIGatewayV2HTTPEvent event) {
        Authorizer authorizer =
                event.getRequestContext() == null
                        ? null
                        : event.getRequestContext().getAuthorizer();
        if (authorizer == null) {
            return Optional.empty();
        }
        Map<String, Object> context = authorizer.getLambda();
        if (context != null && context.get("workspace") != null) {
            return caller(
                    context.get("workspace"), context.get("caller"), words(context.get("scopes")));
        }
        Authorizer.JWT jwt = authorizer.getJwt();
        if (jwt == null || jwt.getClaims() == null) {
            return Optional.empty();
        }
        Set<String> scopes = words(jwt.getClaims().get("scope"));
        if (jwt.getScopes() != null) {
            jwt.getScopes().forEach(scope -> scopes.add(local(scope)));
        }
        return caller(jwt.getClaims().get("workspace"), jwt.getClaims().get("sub"), scopes);
    }

    /** Whether the caller may do what needs a scope. */
    public static Admission admit(APIGatewayV2HTTPEvent event, String scope) {
        Optional<Caller> caller;
        try {
            caller = of(event);
        } catch (FieldException e) {
            return new Admission.Forbidden("the token's claim 'workspace' is no workspace's name");
        }
        if (caller.isEmpty()) {
            return new Admission.Unknown("send a key in the header x-api-key, or a token");
        }
        return caller.get().may(scope)
                ? new Admission.Admitted(caller.get())
                : new Admission.Forbidden("this needs the scope '" + scope + "'");
    }

    private static Optional<Caller> caller(
            @Nullable Object workspace, @Nullable Object name, Set<String> scopes) {
        if (workspace == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Caller(
                        new WorkspaceId(workspace.toString()),
                        name == null ? "unknown" : name.toString(),
                        scopes));
    }

    private static Set<String> words(@Nullable Object scopes) {
        Set<String> words = new LinkedHashSet<>();
        if (scopes != null) {
            Arrays.stream(scopes.toString().split("[\\s,]+"))
                    .map(Callers::local)
                    .forEach(words::add);
        }
        return words;
    }

    /** Cognito prefixes a scope with its resource server, as in {@code earshot/read}. */
    private static String local(String scope) {
        return scope.substring(scope.lastIndexOf('/') + 1);
    }
}
