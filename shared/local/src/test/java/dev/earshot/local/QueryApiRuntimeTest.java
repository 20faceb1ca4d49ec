package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The production handlers of the HTTP API, run by Lambda's real runtime in a JVM of its own. */
final class QueryApiRuntimeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String event(String file) throws Exception {
        return Files.readString(Project.root().resolve("events").resolve(file));
    }

    @Test
    void handler_underTheRealRuntime_answersAsInTheEmbeddedCloud(@TempDir Path folder)
            throws Exception {
        Path log = folder.resolve("function.log");
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder);
                RuntimeApi runtime =
                        new RuntimeApi(
                                "dev.earshot.queryapi.Handler::handleRequest",
                                cloud.environment("QueryApiFunction"),
                                log)) {
            JsonNode created = JSON.readTree(runtime.invoke(event("http-put-brand.json")));
            assertThat(created.path("statusCode").asInt()).as(Files.readString(log)).isEqualTo(201);
            for (String file :
                    List.of(
                            "http-health.json",
                            "http-openapi.json",
                            "http-get-summary.json",
                            "http-get-post.json")) {
                JsonNode real = JSON.readTree(runtime.invoke(event(file)));
                JsonNode embedded =
                        JSON.readTree(
                                cloud.function("QueryApiFunction")
                                        .invoke(event(file).getBytes(StandardCharsets.UTF_8)));
                assertThat(real).as(file).isEqualTo(embedded);
                assertThat(real.path("statusCode").asInt())
                        .as(file)
                        .isEqualTo(file.equals("http-get-post.json") ? 404 : 200);
            }
        }
    }

    @Test
    void authorizer_underTheRealRuntime_letsTheStacksKeyIn(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("function.log");
        try (EmbeddedCloud cloud = FakeStack.startWithRealApi(folder);
                RuntimeApi runtime =
                        new RuntimeApi(
                                "dev.earshot.queryapi.ApiKeyAuthorizer::handleRequest",
                                cloud.environment("ApiKeyAuthorizerFunction"),
                                log)) {
            JsonNode refused = JSON.readTree(runtime.invoke(event("authorizer.json")));
            assertThat(refused.path("isAuthorized").asBoolean(true))
                    .as(Files.readString(log))
                    .isFalse();
            JsonNode let =
                    JSON.readTree(
                            runtime.invoke(
                                    event("authorizer.json")
                                            .replace(
                                                    "\"example\"",
                                                    "\"" + cloud.endpoints().apiKey() + "\"")));
            assertThat(let.path("isAuthorized").asBoolean()).isTrue();
            assertThat(let.path("context").path("workspace").asText()).isEqualTo("default");
        }
    }
}
