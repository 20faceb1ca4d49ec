package dev.earshot.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.local.Project;
import dev.earshot.local.template.CloudTemplate;
import dev.earshot.local.template.Surroundings;
import dev.earshot.local.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the gateway of the template does with each operation that the OpenAPI document lists. */
final class DocumentedRoutesTest {
    private static final String DOCUMENT =
            "functions/query-api/src/main/resources/dev/earshot/queryapi/openapi.json";

    private record Operation(String method, String path, boolean open) {}

    private static List<Operation> operations() throws Exception {
        JsonNode paths =
                new ObjectMapper()
                        .readTree(Project.root().resolve(DOCUMENT).toFile())
                        .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method -> {
                                                    if (!method.getKey().equals("parameters")) {
                                                        operations.add(
                                                                new Operation(
                                                                        method.getKey()
                                                                                .toUpperCase(
                                                                                        Locale
                                                                                                .ROOT),
                                                                        path.getKey(),
                                                                        method.getValue()
                                                                                .has("security")));
                                                    }
                                                }));
        return operations;
    }

    @Test
    void operation_thatNeedsAKey_isBehindTheAuthorizerAndOthersAreNot() throws Exception {
        CloudTemplate.Api api =
                TemplateReader.read(
                                Project.template(),
                                Map.of(),
                                new Surroundings(
                                        "000000000000", "eu-west-1", "stack", "http://127.0.0.1"))
                        .api()
                        .orElseThrow();
        RouteTable gateway = new RouteTable(api.routes());

        assertThat(operations()).hasSizeGreaterThan(30);
        for (Operation operation : operations()) {
            CloudTemplate.Route route =
                    gateway.find(operation.method(), operation.path().replaceAll("[{}]", ""))
                            .orElseThrow()
                            .route();

            assertThat(route.authorizer() == null)
                    .as(operation + " by " + route)
                    .isEqualTo(operation.open());
        }
    }
}
