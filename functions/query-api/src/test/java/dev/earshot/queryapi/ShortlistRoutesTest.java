package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShortlistRoutesTest {
    private static final String ANN = "/authors/" + World.ANN.pseudonym();

    private final World world = new World().scored(World.ANN, "acme", 60, 9_000);

    @Test
    void shortlist_authorPutTwice_holdsTheLastNoteAndTheScore() {
        assertThat(put("spring-tea", "funny").status()).isEqualTo(201);
        assertThat(put("spring-tea", "funny, answers people").status()).isEqualTo(200);

        assertThat(world.get("/v1/shortlists").send().body())
                .contains("\"id\":\"spring-tea\"", "\"authors\":1");
        assertThat(world.get("/v1/shortlists/spring-tea").query("brand", "acme").send().body())
                .contains("\"note\":\"funny, answers people\"", "\"score\":60");
        assertThat(world.get("/v1/shortlists/spring-tea").send().body()).doesNotContain("score");
    }

    @Test
    void shortlist_lastAuthorTakenOff_isGone() {
        put("spring-tea", "");

        assertThat(world.ask("DELETE", "/v1/shortlists/spring-tea" + ANN).send().status())
                .isEqualTo(204);
        assertThat(world.ask("DELETE", "/v1/shortlists/spring-tea" + ANN).send().status())
                .isEqualTo(404);
        assertThat(world.get("/v1/shortlists/spring-tea").send().status()).isEqualTo(404);
    }

    @Test
    void shortlist_authorObjects_leavesAllListsAndIsRefusedFromThenOn() {
        put("spring-tea", "");
        put("autumn", "");

        world.ask("PUT", "/v1" + ANN + "/objection").send();

        assertThat(world.get("/v1/shortlists").send().body()).isEqualTo("{\"items\":[]}");
        assertThat(put("spring-tea", "").status()).isEqualTo(409);
    }

    @Test
    void put_badIdNoteOrPseudonym_isRefusedWithTheField() {
        assertThat(put("Spring Tea", "").body()).contains("id must have 1 to 64");
        assertThat(put("spring", "n".repeat(501)).body()).contains("note must have at most 500");
        assertThat(world.ask("PUT", "/v1/shortlists/spring/authors/ann").body("{}").send().status())
                .isEqualTo(400);
        assertThat(world.get("/v1/shortlists").send().body()).isEqualTo("{\"items\":[]}");
    }

    private World.Reply put(String list, String note) {
        return world.ask("PUT", "/v1/shortlists/" + list + ANN)
                .body("{\"note\":\"" + note + "\"}")
                .send();
    }
}
