package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import dev.earshot.queryapi.http.Resources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The OpenAPI document, and what an answer has that it does not allow. */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final JsonNode DOCUMENT = tree(Resources.text("openapi.json"));

    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(
                    SpecVersion.VersionFlag.V202012,
                    builder ->
                            builder.schemaLoaders(
                                    loaders ->
                                            loaders.schemas(
                                                    Map.of(
                                                            "https://earshot.test/openapi.json",
                                                            DOCUMENT.toString()))));

    /** Answered by the function that holds the models and the rule of mentions. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "/v1/posts/{platform}/{id}/explanation",
                    "/v1/brands/{brand}/preview",
                    "/v1/brands/{brand}/forecast",
                    "/v1/explanations/{key}");

    private OpenApiDocument() {}

    record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            if (ELSEWHERE.contains(path.getKey())) {
                continue;
            }
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    all.add(
                            new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                }
            }
        }
        return all.stream();
    }

    static Operation operation(String method, String path) {
        return operations()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    static void conforms(Operation operation, World.Reply reply) {
        assertThat(faults(operation, reply.status(), reply.body()))
                .as("%s -> %s %s", operation, reply.status(), reply.body())
                .isEmpty();
    }

    static List<String> faults(Operation operation, int status, String body) {
        JsonNode response = operation.node().path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not in the document");
        }
        String pointer =
                "/paths/"
                        + escaped(operation.path())
                        + "/"
                        + operation.method().toLowerCase(Locale.ROOT)
                        + "/responses/"
                        + status;
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
        }
        JsonNode content = DOCUMENT.at(pointer).path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("there must be no body");
        }
        String type = content.fieldNames().next();
        if (!type.endsWith("json")) {
            return body.isEmpty() ? List.of("there must be a body") : List.of();
        }
        var schema =
                SCHEMAS.getSchema(
                        SchemaLocation.of(
                                "https://earshot.test/openapi.json#"
                                        + pointer
                                        + "/content/"
                                        + escaped(type)
                                        + "/schema"),
                        SchemaValidatorsConfig.builder().build());
        return schema
                .validate(tree(body), c -> c.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
