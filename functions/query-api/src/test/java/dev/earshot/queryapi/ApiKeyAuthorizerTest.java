package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;

import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.store.InMemoryApiKeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ApiKeyAuthorizerTest {
    private final RecordingContext context = new RecordingContext();
    private final InMemoryApiKeys keys = new InMemoryApiKeys(InstantSource.system());

    @BeforeEach
    void acceptOnly() {
        keys.allow("key-1", "Ann", new ApiKeys.Grant(World.ACME, Set.of("write", "read")));
    }

    @Test
    void key_known_opensItsWorkspace() {
        SimpleIAMPolicyResponse answer = ask(Map.of("X-Api-Key", "key-1"));

        assertThat(answer.getIsAuthorized()).isTrue();
        assertThat(answer.getContext())
                .containsEntry("workspace", "acme")
                .containsEntry("scopes", "read write")
                .hasEntrySatisfying(
                        "caller", name -> assertThat(name.toString()).matches("key-[0-9a-f]{12}"));
    }

    @Test
    void key_unknownOrMissing_opensNothing() {
        assertThat(
                        List.of(
                                ask(Map.of("x-api-key", "key-2")),
                                ask(Map.of("x-api-key", " ")),
                                ask(Map.of("x-api-key", "k".repeat(100_000))),
                                ask(Map.of("authorization", "key-1")),
                                ask(Map.of())))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.getIsAuthorized()).isFalse();
                            assertThat(answer.getContext()).isEmpty();
                        });
    }

    @Test
    void table_failing_isNoRefusal() {
        var broken =
                new ApiKeyAuthorizer(
                        key -> {
                            throw new StoreException("could not read a key", null);
                        });

        assertThatThrownBy(() -> broken.handleRequest(event(Map.of("x-api-key", "key-1")), context))
                .isInstanceOf(StoreException.class);
        assertThat(String.join("", context.lines())).doesNotContain("key-1");
    }

    private SimpleIAMPolicyResponse ask(Map<String, String> headers) {
        return new ApiKeyAuthorizer(keys).handleRequest(event(headers), context);
    }

    private static APIGatewayV2CustomAuthorizerEvent event(Map<String, String> headers) {
        return APIGatewayV2CustomAuthorizerEvent.builder().withHeaders(headers).build();
    }
}
