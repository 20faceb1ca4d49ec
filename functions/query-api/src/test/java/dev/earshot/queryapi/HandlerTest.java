package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class HandlerTest {
    private final World world = new World();

    @Test
    void health_withoutAKey_isOk() {
        World.Reply reply = world.get("/v1/health").asNobody().send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("ok");
        assertThat(reply.text("version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404",
        "GET, /v1, 404",
        "GET, /v1/brands/, 404",
        "GET, /v1/brands/a/b/c, 404",
        "GET, /v1/posts/x/, 404",
        "DELETE, /v1/brands, 405",
        "HEAD, /v1/health, 405",
        "GET, /v1/posts, 405",
        "POST, /, 405"
    })
    void route_unknown_isAProblem(String method, String path, int status) {
        World.Reply reply = world.ask(method, path).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).contains("application/problem+json");
        assertThat(reply.text("status")).isEqualTo(String.valueOf(status));
        assertThat(reply.text("title")).isNotBlank();
        assertThat(reply.text("type")).startsWith("urn:earshot:problem:");
        assertThat(reply.text("instance")).isEqualTo("urn:earshot:request:request-1");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/brands, read, 200",
        "GET, /v1/brands, admin, 200",
        "GET, /v1/brands, write, 403",
        "GET, /v1/brands, '', 403",
        "PUT, /v1/brands/acme, read, 403",
        "PUT, /v1/brands/acme, write, 201",
        "DELETE, /v1/brands/acme, read, 403",
        "POST, /v1/posts, read, 403",
        "POST, /v1/uploads, read, 403"
    })
    void route_scopeOfTheKey_decides(String method, String path, String scopes, int status) {
        World.Reply reply =
                world.ask(method, path)
                        .as(World.ACME, scopes)
                        .body(method.equals("GET") ? "" : "{\"name\":\"Acme\"}")
                        .send();

        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void route_withoutAKey_isUnauthorised() {
        assertThat(world.get("/v1/brands").asNobody().send().status()).isEqualTo(401);
    }

    @Test
    void route_workspaceInHeaderOrQuery_isNotBelieved() {
        assertThat(
                        world.get("/v1/brands")
                                .asNobody()
                                .header("workspace", "acme")
                                .header("x-workspace", "acme")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void token_withAWorkspaceClaim_opensThatWorkspace() {
        world.with(World.RIVAL, Brand.named("b", "B"));
        Map<String, String> claims = Map.of("workspace", "rival", "scope", "openid earshot/read");

        assertThat(world.get("/v1/brands/b").withToken(claims, null).send().status())
                .isEqualTo(200);
        assertThat(
                        world.get("/v1/brands/b")
                                .withToken(Map.of("workspace", "rival"), List.of("read"))
                                .send()
                                .status())
                .isEqualTo(200);
        assertThat(world.ask("DELETE", "/v1/brands/b").withToken(claims, null).send().status())
                .isEqualTo(403);
    }

    @Test
    void token_withoutAWorkspaceClaim_isUnauthorised() {
        assertThat(world.get("/v1/brands").withToken(Map.of("scope", "read"), null).send().status())
                .isEqualTo(401);
    }

    @Test
    void token_withAnImpossibleWorkspace_isForbidden() {
        assertThat(
                        world.get("/v1/brands")
                                .withToken(Map.of("workspace", "A#B", "scope", "read"), null)
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void etag_sameState_isNotSentAgain() {
        world.with(Posts.post("17"));
        World.Reply first = world.get("/v1/posts/x/17").send();
        String tag = first.header("etag").orElseThrow();

        World.Reply again = world.get("/v1/posts/x/17").header("If-None-Match", tag).send();
        World.Reply weak =
                world.get("/v1/posts/x/17").header("if-none-match", "\"x\", W/" + tag).send();

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("etag")).contains(tag);
        assertThat(weak.status()).isEqualTo(304);
    }

    @Test
    void etag_otherState_isSentAnew() {
        world.with(World.ACME, Brand.named("acme", "Acme"));
        String tag = world.get("/v1/brands").send().header("etag").orElseThrow();
        world.with(World.ACME, Brand.named("globex", "Globex"));

        assertThat(world.get("/v1/brands").header("if-none-match", tag).send().status())
                .isEqualTo(200);
    }

    @Test
    void answers_all_areGuarded() {
        for (String path : List.of("/", "/v1/health", "/v1/brands", "/v1/nothing")) {
            World.Reply reply = world.get(path).send();

            assertThat(reply.header("x-content-type-options")).contains("nosniff");
            assertThat(reply.header("referrer-policy")).contains("no-referrer");
            assertThat(reply.header("cache-control").orElseThrow())
                    .containsAnyOf("private", "no-store");
            assertThat(reply.header("content-security-policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void stage_named_isNotPartOfThePath() {
        assertThat(world.get("/prod/v1/health").stage("prod").send().status()).isEqualTo(200);
        assertThat(world.get("/v1/health").stage("prod").send().status()).isEqualTo(200);
    }

    @Test
    void log_ofARequest_holdsTheRouteAndNothingPrivate() {
        world.with(Posts.post("secret-id"));

        world.get("/v1/posts/x/secret-id").header("x-api-key", "secret-key").send();
        world.get("/v1/brands/secret-brand/posts").query("cursor", "secret-cursor").send();
        world.ask("POST", "/v1/posts").body("{\"id\":\"secret-body\"").send();

        assertThat(world.context.messages()).hasSize(3);
        assertThat(world.context.messages().getFirst())
                .contains("\"route\":\"GET /v1/posts/{platform}/{id+}\"")
                .contains("\"status\":200")
                .endsWith("}\n");
        assertThat(String.join("", world.context.messages())).doesNotContain("secret");
    }

    @Test
    void models_builtIn_nameTheirDigests() {
        World.Reply reply = world.get("/v1/models").send();

        assertThat(reply.list("models")).isNotEmpty();
        assertThat(reply.text("models.0.sha256")).matches("[0-9a-f]{64}");
        assertThat(reply.text("models.0.licence")).isNotBlank();
    }
}
