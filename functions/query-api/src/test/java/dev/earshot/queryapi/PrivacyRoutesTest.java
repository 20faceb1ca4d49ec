package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.privacy.Statement;

import org.junit.jupiter.api.Test;

class PrivacyRoutesTest {
    private final World world = new World();

    private World.Reply statement(String body) {
        return world.ask("POST", "/v1/privacy/statements")
                .as(World.ACME, "resolve")
                .body(body)
                .send();
    }

    private String key() {
        return String.valueOf(world.get("/v1/privacy/duties").send().at("statementKey"));
    }

    @Test
    void duties_everyPlatform_isThere() {
        World.Reply reply = world.get("/v1/privacy/duties").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"youtube\",\"freshnessDays\":30", "\"prefix\":\"P\"");
    }

    @Test
    void statement_ofSomebodyWhoIsNotThere_isAnsweredLikeAnyOther() {
        World.Reply reply =
                statement(
                        "{\"platform\":\"x\",\"account\":\"7\",\"purpose\":\"asked by its owner\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("posts held: 0\n").doesNotContain("account");
        assertThat(Statement.check(reply.body())).isEqualTo(new Statement.Verdict.Genuine(key()));
        assertThat(world.audit.all(World.ACME)).hasSize(1);
    }

    @Test
    void audit_afterAStatement_showsALineWithoutTheAccountAndIsIntact() {
        statement("{\"platform\":\"x\",\"account\":\"janehandle77\",\"purpose\":\"asked\"}");
        World.Reply reply = world.ask("GET", "/v1/privacy/audit").as(World.ACME, "resolve").send();
        assertThat(reply.body())
                .contains("\"intact\":true", "\"action\":\"statement\"", "\"number\":1")
                .doesNotContain("janehandle77");
    }

    @Test
    void statement_withABreakInItsPurpose_isRefused() {
        World.Reply reply =
                statement(
                        "{\"platform\":\"x\",\"account\":\"7\",\"purpose\":\"a\\nposts held: 0\"}");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void statement_withoutTheScope_isRefused() {
        assertThat(
                        world.ask("POST", "/v1/privacy/statements")
                                .as(World.ACME, "read write")
                                .body("{}")
                                .send()
                                .status())
                .isEqualTo(403);
    }
}
