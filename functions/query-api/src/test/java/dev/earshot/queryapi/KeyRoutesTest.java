package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.RememberedGrants;
import dev.earshot.core.store.StoreException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

class KeyRoutesTest {
    private static final String KEY = "ek_" + World.RANDOM;

    private final World world = new World();

    private World.Ask admin(String method, String path) {
        return world.ask(method, path).as(World.ACME, "admin");
    }

    private World.Reply issue(String body) {
        return admin("POST", "/v1/keys").body(body).send();
    }

    private String allow(String key, WorkspaceId workspace) {
        world.keys.allow(key, key, new ApiKeys.Grant(workspace, Set.of("read")));
        return ApiKeys.id(key);
    }

    @Test
    void issued_key_opensTheWorkspaceWithItsScopesAndIsShownOnce() {
        World.Reply reply = issue("{\"name\":\"Ann\",\"scopes\":[\"write\",\"read\"]}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("key")).isEqualTo(KEY);
        assertThat(reply.header("cache-control")).contains("no-store");
        assertThat(world.keys.grant(KEY))
                .contains(new ApiKeys.Grant(World.ACME, Set.of("read", "write")));
        World.Reply list = admin("GET", "/v1/keys").send();
        assertThat(list.text("keys.0.id")).isEqualTo(ApiKeys.id(KEY));
        assertThat(list.text("keys.0.name")).isEqualTo("Ann");
        assertThat(list.list("keys.0.scopes")).isEqualTo(List.of("read", "write"));
        assertThat(list.body()).doesNotContain(KEY);
        assertThat(String.join("", world.context.lines())).doesNotContain(KEY);
    }

    @Test
    void list_ofAWorkspace_showsNoOthersKeys() {
        String own = allow("own", World.ACME);
        allow("other", World.RIVAL);

        assertThat(admin("GET", "/v1/keys").send().list("keys")).hasSize(1);
        assertThat(admin("GET", "/v1/keys").send().text("keys.0.id")).isEqualTo(own);
    }

    @Test
    void revoked_key_opensNothingAndTheGatewayForgetsIt() {
        String id = allow("key-1", World.ACME);

        assertThat(admin("DELETE", "/v1/keys/" + id).send().status()).isEqualTo(204);

        assertThat(world.keys.grant("key-1")).isEmpty();
        assertThat(world.forgot).containsExactly(new RememberedGrants.Door("api-1", "$default"));
        assertThat(admin("DELETE", "/v1/keys/" + id).send().status()).isEqualTo(404);
    }

    @Test
    void revoke_ofAnotherWorkspacesKey_findsNone() {
        String id = allow("other", World.RIVAL);

        assertThat(admin("DELETE", "/v1/keys/" + id).send().status()).isEqualTo(404);
        assertThat(world.keys.grant("other")).isPresent();
    }

    @Test
    void revoke_whereTheGatewayCantBeTold_saysHowLongItMayRemember() {
        String id = allow("key-1", World.ACME);
        world.remembered =
                door -> {
                    throw new StoreException("could not empty the cache", null);
                };

        World.Reply reply = admin("DELETE", "/v1/keys/" + id).send();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("detail"))
                .startsWith("the key is revoked")
                .contains("AuthorizerCacheSeconds");
        assertThat(world.keys.grant("key-1")).isEmpty();
    }

    @Test
    void audit_ofBoth_saysWhoDidWhatToWhichKey() {
        issue("{\"name\":\"Ann\",\"scopes\":[\"read\"]}");
        admin("DELETE", "/v1/keys/" + ApiKeys.id(KEY)).send();

        String subject = AuditUse.digest(ApiKeys.id(KEY));
        assertThat(world.audit.all(World.ACME))
                .extracting(AuditEntry::use)
                .containsExactly(
                        new AuditUse(World.NOW, "caller-1", "issue key", subject, "Ann", true),
                        new AuditUse(World.NOW, "caller-1", "revoke key", subject, "Ann", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "read write originals", "resolve"})
    void caller_withoutTheScopeAdmin_isRefused(String scopes) {
        String id = allow("key-1", World.ACME);
        for (World.Ask ask :
                List.of(
                        world.get("/v1/keys"),
                        world.ask("POST", "/v1/keys").body("{}"),
                        world.ask("DELETE", "/v1/keys/" + id))) {
            assertThat(ask.as(World.ACME, scopes).send().status()).isEqualTo(403);
            assertThat(ask.asNobody().send().status()).isEqualTo(401);
        }
        assertThat(world.keys.entries()).hasSize(1);
    }

    @Test
    void scope_thatTheCallerHasNot_isNotGivenAway() {
        String body = "{\"name\":\"Ann\",\"scopes\":[\"resolve\"]}";

        assertThat(issue(body).status()).isEqualTo(403);
        assertThat(world.keys.entries()).isEmpty();
        assertThat(
                        world.ask("POST", "/v1/keys")
                                .as(World.ACME, "admin resolve")
                                .body(body)
                                .send()
                                .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'scopes':['read']}|name",
                "{'name':' ','scopes':['read']}|name",
                "{'name':'a\\nb','scopes':['read']}|name",
                "{'name':'Ann'}|scopes",
                "{'name':'Ann','scopes':[]}|scopes",
                "{'name':'Ann','scopes':['everything']}|scopes",
                "{'name':'Ann','scopes':['read'],'key':'mine'}|key",
            })
    void issue_ofAnInvalidBody_namesTheField(String body, String field) {
        World.Reply reply = issue(body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo(field);
        assertThat(world.keys.entries()).isEmpty();
        assertThat(world.audit.all(World.ACME)).isEmpty();
    }

    @Test
    void issue_beyondTheMost_isRefused() {
        for (int i = 0; i < 200; i++) {
            allow("key-" + i, World.ACME);
        }

        assertThat(issue("{\"name\":\"Ann\",\"scopes\":[\"read\"]}").status()).isEqualTo(409);
    }
}
