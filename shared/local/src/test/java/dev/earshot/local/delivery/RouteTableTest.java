package dev.earshot.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.local.template.CloudTemplate;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class RouteTableTest {
    private final RouteTable table =
            new RouteTable(
                    Stream.of(
                                    "GET /",
                                    "GET /v1/posts/{platform}/{id+}",
                                    "GET /v1/brands/{brand}",
                                    "GET /v1/brands/{brand}/posts",
                                    "GET /v1/brands/all",
                                    "ANY /v1/any",
                                    "POST /v1/any",
                                    "GET /v1/{rest+}")
                            .map(key -> key.split(" ", 2))
                            .map(parts -> new CloudTemplate.Route(parts[0], parts[1], "F", null))
                            .toList());

    private String found(String method, String path) {
        return table.find(method, path)
                .map(match -> match.route().path() + match.variables())
                .orElse("none");
    }

    @Test
    void path_withGreedyVariable_takesTheRest() {
        assertThat(found("GET", "/v1/posts/x/a/b%2Fc"))
                .isEqualTo("/v1/posts/{platform}/{id+}{platform=x, id=a/b%2Fc}");
        assertThat(found("GET", "/v1/posts/x/a/")).endsWith("{platform=x, id=a/}");
    }

    @Test
    void literal_beatsVariableBeatsGreedy() {
        assertThat(found("GET", "/v1/brands/all")).isEqualTo("/v1/brands/all{}");
        assertThat(found("GET", "/v1/brands/acme")).isEqualTo("/v1/brands/{brand}{brand=acme}");
        assertThat(found("GET", "/v1/brands/acme/other"))
                .isEqualTo("/v1/{rest+}{rest=brands/acme/other}");
    }

    @Test
    void path_withoutRoute_hasNone() {
        assertThat(found("GET", "/v2/x")).isEqualTo("none");
        assertThat(found("PUT", "/v1/brands/acme")).isEqualTo("none");
        assertThat(found("GET", "/v1")).isEqualTo("none");
        assertThat(found("GET", "/v1/posts/x/")).isEqualTo("/v1/{rest+}{rest=posts/x/}");
    }

    @Test
    void method_isPreferredToAny() {
        assertThat(table.find("POST", "/v1/any").orElseThrow().route().method()).isEqualTo("POST");
        assertThat(table.find("PUT", "/v1/any").orElseThrow().route().method()).isEqualTo("ANY");
        assertThat(found("GET", "/")).isEqualTo("/{}");
    }

    @Test
    void query_withRepeatedNames_keepsEveryValue() {
        assertThat(HttpEvents.query("a=1&b=x+y%26&a=2&c"))
                .isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("x y&"), "c", List.of("")));
    }

    @Test
    void contentTypes_ofText_arePassedAsText() {
        assertThat(
                        List.of(
                                "application/json",
                                "text/plain; charset=utf-8",
                                "application/problem+json",
                                ""))
                .allMatch(HttpEvents::isText);
        assertThat(
                        List.of(
                                "application/x-ndjson",
                                "image/png",
                                "application/octet-stream",
                                "application/x-www-form-urlencoded"))
                .noneMatch(HttpEvents::isText);
    }
}
