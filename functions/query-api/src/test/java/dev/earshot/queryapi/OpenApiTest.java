package dev.earshot.queryapi;

import static dev.earshot.queryapi.OpenApiDocument.DOCUMENT;
import static dev.earshot.queryapi.OpenApiDocument.conforms;
import static dev.earshot.queryapi.OpenApiDocument.faults;
import static dev.earshot.queryapi.OpenApiDocument.operation;
import static dev.earshot.queryapi.OpenApiDocument.operations;
import static dev.earshot.queryapi.OpenApiRequests.ask;
import static dev.earshot.queryapi.OpenApiRequests.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.queryapi.OpenApiDocument.Operation;
import dev.earshot.testkit.Episodes;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Holds the OpenAPI document against the handler, route by route and answer by answer. */
class OpenApiTest {
    private final World world = OpenApiWorld.world();

    @Test
    void document_routes_areTheHandlersExactly() {
        var documented = new TreeSet<String>();
        operations()
                .forEach(operation -> documented.add(operation.method() + " " + operation.path()));
        var handled = new TreeSet<String>();
        world.handler.routeKeys().forEach(key -> handled.add(key.replace("+}", "}")));
        handled.addAll(world.keysHandler.routeKeys());

        assertThat(documented).isEqualTo(handled);
    }

    @TestFactory
    Stream<DynamicTest> operation_documented_isAnswered() {
        return operations()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.method() + " " + operation.path(),
                                        () -> new OpenApiTest().isAnswered(operation)));
    }

    private void isAnswered(Operation operation) {
        World.Reply reply = ask(world, operation).body(body(operation)).send();

        assertThat(reply.status()).isNotIn(404, 405, 500);
        conforms(operation, reply);
    }

    @Test
    void operation_withoutAKey_isOpenOnlyWhereTheDocumentSaysSo() {
        operations()
                .forEach(
                        operation -> {
                            boolean open = operation.node().path("security").isArray();
                            int status =
                                    ask(world, operation)
                                            .asNobody()
                                            .body(body(operation))
                                            .send()
                                            .status();

                            assertThat(status == 401).as(operation.toString()).isEqualTo(!open);
                        });
    }

    @Test
    void answer_ofEachKind_conformsToItsSchema() {
        Operation post = operation("GET", "/v1/posts/{platform}/{id}");
        Operation media = operation("GET", "/v1/media/{key}");
        Operation take = operation("POST", "/v1/posts");
        Operation put = operation("PUT", "/v1/brands/{brand}");
        Operation summary = operation("GET", "/v1/brands/{brand}/summary");
        Operation posts = operation("GET", "/v1/brands/{brand}/posts");
        Operation episodes = operation("GET", "/v1/brands/{brand}/episodes");

        conforms(post, world.get("/v1/posts/x/abstained").send());
        conforms(post, world.get("/v1/posts/x/none").send());
        conforms(post, world.get("/v1/posts/x/whole").send());
        conforms(media, world.get("/v1/media/refused.zip").send());
        conforms(media, world.get("/v1/media/video.mp4").send());
        conforms(media, world.get("/v1/media/watched.mp4").send());
        conforms(take, world.ask("POST", "/v1/posts").body("[{}]").send());
        conforms(take, world.ask("POST", "/v1/posts").body("").send());
        conforms(put, world.ask("PUT", "/v1/brands/new").body("{\"name\":\"New\"}").send());
        conforms(put, world.ask("PUT", "/v1/brands/new").body("{}").send());
        conforms(summary, world.get("/v1/brands/quiet/summary").send());
        world.episodes.add(List.of(Episodes.open("acme", 30, 10)));
        conforms(
                episodes,
                world.get("/v1/brands/acme/episodes")
                        .query("from", Episodes.NOON.minusSeconds(60).toString())
                        .query("to", Episodes.NOON.plusSeconds(60).toString())
                        .send());
        conforms(
                operation("GET", "/v1/brands/{brand}/topics"),
                world.get("/v1/brands/acme/topics").send());
        conforms(
                operation("GET", "/v1/brands/{brand}/trends"),
                world.get("/v1/brands/acme/trends").query("kind", "mentions,platform").send());
        var campaign = new CampaignWorld(5, 2.5);
        campaign.put("spring", "[{\"item\":\"film\",\"amount\":9,\"currency\":\"EUR\"}]");
        conforms(
                operation("GET", "/v1/campaigns/{id}/report"),
                campaign.world
                        .get("/v1/campaigns/spring/report")
                        .query("emv", "EUR likes:0.1")
                        .send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("limit", "1").send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("limit", "x").send());
        conforms(posts, world.get("/v1/brands/acme/posts").query("intent", "x").send());
        conforms(posts, world.get("/v1/brands/acme/posts").as(World.ACME, "write").send());
    }

    @Test
    void schemas_ofFaces_holdNothingButCountAndBoxes() {
        JsonNode faces = DOCUMENT.at("/components/schemas/Media/properties/faces");

        assertThat(faces.path("properties").properties().stream().map(Map.Entry::getKey))
                .containsExactly("count", "boxes");
        assertThat(faces.path("additionalProperties").asBoolean(true)).isFalse();
    }

    /** What keeps the checks above honest: an answer that is wrong must be found wrong. */
    @Test
    void schema_wrongAnswer_isFoundWrong() {
        Operation health = operation("GET", "/v1/health");

        assertThat(faults(health, 200, "{\"status\":\"ok\",\"version\":\"1\",\"api\":\"v1\"}"))
                .isEmpty();
        assertThat(faults(health, 200, "{\"status\":\"ill\",\"version\":\"1\",\"api\":\"v1\"}"))
                .isNotEmpty();
        assertThat(
                        faults(
                                operation("GET", "/v1/posts/{platform}/{id}"),
                                200,
                                world.get("/v1/posts/x/17")
                                        .send()
                                        .body()
                                        .replace("\"neutral\":0.7", "\"neutral\":7")))
                .isNotEmpty();
    }
}
