package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OwnKeyRoutesTest {
    private final World world = new World();

    @Test
    void self_ofAKey_saysItsWorkspaceAndScopes() {
        World.Reply reply = world.get("/v1/keys/self").as(World.RIVAL, "write read").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("workspace")).isEqualTo("rival");
        assertThat(reply.list("scopes")).isEqualTo(List.of("read", "write"));
    }

    @Test
    void self_withoutTheScopeRead_isRefused() {
        assertThat(world.get("/v1/keys/self").as(World.ACME, "resolve").send().status())
                .isEqualTo(403);
        assertThat(world.get("/v1/keys/self").asNobody().send().status()).isEqualTo(401);
    }
}
