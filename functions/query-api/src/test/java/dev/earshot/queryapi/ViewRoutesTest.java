package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewRoutesTest {
    private static final String MONDAY =
            "{\"name\":\"Monday\",\"address\":\"#/overview?range=7d\"}";

    private final World world = new World();

    private World.Ask put(String id, String body) {
        return world.ask("PUT", "/v1/views/" + id).body(body);
    }

    @Test
    void saved_view_isListedWithWhoSavedItAndOpensInItsWorkspaceAlone() {
        World.Reply saved = put("monday", MONDAY).as(World.ACME, "write").send();

        assertThat(saved.status()).isEqualTo(201);
        World.Reply list = world.get("/v1/views").send();
        assertThat(list.text("views.0.name")).isEqualTo("Monday");
        assertThat(list.text("views.0.address")).isEqualTo("#/overview?range=7d");
        assertThat(list.text("views.0.by")).isEqualTo("caller-1");
        assertThat(list.text("views.0.etag")).isEqualTo("\"1\"");
        assertThat(world.get("/v1/views").as(World.RIVAL, "read").send().list("views")).isEmpty();
    }

    @Test
    void change_onTheStateThatWasSeen_isKept() {
        String tag = put("monday", MONDAY).send().header("etag").orElseThrow();

        World.Reply changed =
                put("monday", MONDAY.replace("7d", "30d")).header("if-match", tag).send();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("etag")).contains("\"2\"");
        assertThat(world.get("/v1/views/monday").send().text("address"))
                .isEqualTo("#/overview?range=30d");
    }

    @Test
    void change_onAnotherState_isAConflictAndWithoutOneIsAskedFor() {
        put("monday", MONDAY).send();

        assertThat(put("monday", MONDAY).send().status()).isEqualTo(428);
        assertThat(put("monday", MONDAY).header("if-match", "\"2\"").send().status())
                .isEqualTo(409);
        assertThat(put("other", MONDAY).header("if-match", "\"1\"").send().status()).isEqualTo(409);
        assertThat(world.get("/v1/views").send().list("views")).hasSize(1);
    }

    @Test
    void deleted_view_isGone() {
        put("monday", MONDAY).send();

        assertThat(world.ask("DELETE", "/v1/views/monday").send().status()).isEqualTo(204);
        assertThat(world.ask("DELETE", "/v1/views/monday").send().status()).isEqualTo(404);
        assertThat(world.get("/v1/views/monday").send().status()).isEqualTo(404);
    }

    @Test
    void put_beyondTheMost_isRefused() {
        for (int i = 0; i < 100; i++) {
            assertThat(put("view-" + i, MONDAY).send().status()).isEqualTo(201);
        }

        assertThat(put("one-more", MONDAY).send().status()).isEqualTo(409);
        assertThat(put("view-7", MONDAY).header("if-match", "\"1\"").send().status())
                .isEqualTo(200);
    }

    @Test
    void put_withTheScopeReadAlone_isRefused() {
        assertThat(put("monday", MONDAY).as(World.ACME, "read").send().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "monday|{'address':'#/a'}|name",
                "monday|{'name':'','address':'#/a'}|name",
                "monday|{'name':'A'}|address",
                "monday|{'name':'A','address':'https://elsewhere.example/'}|address",
                "monday|{'name':'A','address':'javascript:alert(1)'}|address",
                "monday|{'name':'A','address':'#/a','by':'Ann'}|by",
                "Monday|{'name':'A','address':'#/a'}|id",
            })
    void put_ofAnInvalidView_namesTheField(String id, String body, String field) {
        World.Reply reply = put(id, body.replace('\'', '"')).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(field);
    }

    @Test
    void put_ofAnAddressThatIsTooLong_isRefused() {
        String body = "{\"name\":\"A\",\"address\":\"#/" + "a".repeat(1_000) + "\"}";

        assertThat(put("monday", body).send().text("parameter")).isEqualTo("address");
    }
}
