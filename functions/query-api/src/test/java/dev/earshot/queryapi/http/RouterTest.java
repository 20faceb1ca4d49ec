package dev.earshot.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Stream;

class RouterTest {
    private static Router router(String... keys) {
        return new Router(
                Stream.of(keys)
                        .map(key -> key.split(" ", 2))
                        .map(
                                parts ->
                                        new Route(
                                                parts[0],
                                                parts[1],
                                                Access.READ,
                                                request -> Response.json(200, Map.of())))
                        .toList());
    }

    @Test
    void match_severalForms_takesTheMostSpecialInWhateverOrder() {
        Router router = router("GET /a/{rest+}", "GET /a/{id}", "GET /a/new", "GET /a/{id}/b");

        assertThat(router.match("GET", "/a/new").route().template()).isEqualTo("/a/new");
        assertThat(router.match("GET", "/a/7").route().template()).isEqualTo("/a/{id}");
        assertThat(router.match("GET", "/a/7/b").route().template()).isEqualTo("/a/{id}/b");
        assertThat(router.match("GET", "/a/7/c").parameters()).containsEntry("rest", "7/c");
    }

    @Test
    void routes_withTheSameKey_areRefused() {
        assertThatThrownBy(() -> router("GET /a", "PUT /a", "GET /a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two routes are GET /a");
    }
}
