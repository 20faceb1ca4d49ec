package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.lambda.Services;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every documented operation once, by a caller with all scopes, under the roles of the template:
 * whatever it answers, its function must be allowed the calls that it makes.
 */
@Tag("long")
final class RoutesUnderRolesTest {
    private static final String DOCUMENT =
            "functions/query-api/src/main/resources/dev/earshot/queryapi/openapi.json";

    private final HttpClient http = HttpClient.newHttpClient();

    /** An operation, its path filled in. */
    private record Operation(String method, String path) {}

    private static List<Operation> operations() throws Exception {
        JsonNode paths =
                new ObjectMapper()
                        .readTree(Project.root().resolve(DOCUMENT).toFile())
                        .path("paths");
        List<Operation> operations = new ArrayList<>();
        for (var path : paths.properties()) {
            String filled =
                    path.getKey()
                            .replace("{brand}", "acme")
                            .replace("{platform}", "mastodon")
                            .replace("{key}", "media/default/a.jpg")
                            .replaceAll("\\{[^}]*}", "1");
            for (var operation : path.getValue().properties()) {
                if (!operation.getKey().equals("parameters")) {
                    operations.add(
                            new Operation(operation.getKey().toUpperCase(Locale.ROOT), filled));
                }
            }
        }
        // What is deleted is not there to be read.
        operations.sort(Comparator.comparing(each -> each.method().equals("DELETE") ? 1 : 0));
        return operations;
    }

    @Test
    void operations_allOfThem_callWhatTheirRolesAllow(@TempDir Path folder) throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            Services owner =
                    new Services(
                            FakeStack.asOwner(cloud, "QueryApiFunction"), InstantSource.system());
            String key = ApiKeyRegistry.fresh(new SecureRandom());
            owner.apiKeys()
                    .allow(
                            key,
                            "all",
                            new ApiKeys.Grant(
                                    new WorkspaceId("default"),
                                    Set.of("read", "write", "resolve", "originals", "admin")));
            FakeStack.ask(cloud, "PUT", "/v1/brands/acme", "{\"name\":\"Acme\"}");
            int answered = 0;
            for (Operation each : operations()) {
                answered += status(cloud, key, each) < 300 ? 1 : 0;
            }

            assertThat(cloud.refused()).isEmpty();
            assertThat(answered).isGreaterThan(30);
        }
    }

    private int status(EmbeddedCloud cloud, String key, Operation operation) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create(cloud.endpoints().api() + operation.path()))
                                .header("x-api-key", key)
                                .method(
                                        operation.method(),
                                        operation.method().equals("GET")
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
