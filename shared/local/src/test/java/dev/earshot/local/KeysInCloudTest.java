package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.lambda.Services;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;

/** Keys over HTTP, with the template's routes and roles. */
class KeysInCloudTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "ek_administrator-of-this-test";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void key_issuedThenRevoked_opensAndAtOnceNoMore(@TempDir Path folder) throws Exception {
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder)) {
            new Services(FakeStack.asOwner(cloud, "ManageKeysFunction"), InstantSource.system())
                    .apiKeys()
                    .allow(
                            ADMIN,
                            "admin",
                            new ApiKeys.Grant(new WorkspaceId("default"), Set.of("admin")));

            HttpResponse<String> issued =
                    ask(
                            cloud,
                            ADMIN,
                            "POST",
                            "/v1/keys",
                            "{\"name\":\"Ann\",\"scopes\":[\"read\"]}");
            assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
            String key = JSON.readTree(issued.body()).path("key").asText();
            String id = JSON.readTree(issued.body()).path("id").asText();

            assertThat(ask(cloud, key, "GET", "/v1/brands", "").statusCode()).isEqualTo(200);
            assertThat(ask(cloud, key, "GET", "/v1/keys", "").statusCode()).isEqualTo(403);
            assertThat(ask(cloud, ADMIN, "GET", "/v1/keys", "").body()).contains(id, "Ann");

            assertThat(ask(cloud, ADMIN, "DELETE", "/v1/keys/" + id, "").statusCode())
                    .isEqualTo(204);
            assertThat(ask(cloud, key, "GET", "/v1/brands", "").statusCode()).isEqualTo(403);
            assertThat(cloud.refused()).isEmpty();
        }
    }

    private HttpResponse<String> ask(
            EmbeddedCloud cloud, String key, String method, String path, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(cloud.endpoints().api() + path))
                        .header("x-api-key", key)
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
