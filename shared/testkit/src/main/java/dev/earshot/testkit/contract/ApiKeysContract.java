package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeyRegistry.Entry;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.ApiKeys.Grant;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** What every {@link ApiKeyRegistry} must do. */
public abstract class ApiKeysContract {
    private static final Grant ACME = new Grant(new WorkspaceId("acme"), Set.of("read", "write"));
    private static final Grant BARE = new Grant(new WorkspaceId("zenith"), Set.of());

    /** The keys under test, empty. */
    protected abstract ApiKeyRegistry keys();

    @Test
    void grant_knownKey_isItsWorkspaceAndScopes() {
        ApiKeyRegistry keys = keys();
        keys.allow("key-1", "key-1\'s", ACME);
        keys.allow("key-2", "key-2\'s", BARE);

        assertThat(keys.grant("key-1")).contains(ACME);
        assertThat(keys.grant("key-2")).contains(BARE);
    }

    @Test
    void grant_unknownKey_isEmpty() {
        ApiKeyRegistry keys = keys();
        keys.allow("key-1", "key-1\'s", BARE);

        assertThat(keys.grant("key-1 ")).isEmpty();
        assertThat(keys.grant("KEY-1")).isEmpty();
        assertThat(keys.grant("")).isEmpty();
    }

    @Test
    void entries_afterAllow_areIdsAndGrantsAndNoKeys() {
        ApiKeyRegistry keys = keys();
        keys.allow("key-1", "key-1\'s", BARE);
        keys.allow("key-2", "key-2\'s", BARE);
        keys.allow("key-1", "key-1\'s", ACME);

        assertThat(keys.entries())
                .extracting(Entry::id, Entry::name, Entry::grant)
                .containsExactlyInAnyOrder(
                        tuple(ApiKeys.id("key-1"), "key-1's", ACME),
                        tuple(ApiKeys.id("key-2"), "key-2's", BARE));
        assertThat(ApiKeys.id("key-1")).matches("key-[0-9a-f]{12}");
    }

    @Test
    void revoke_byId_endsThatKeyAlone() {
        ApiKeyRegistry keys = keys();
        keys.allow("key-1", "key-1\'s", ACME);
        keys.allow("key-2", "key-2\'s", ACME);

        assertThat(keys.revoke(ApiKeys.id("key-1"))).isTrue();
        assertThat(keys.revoke(ApiKeys.id("key-1"))).isFalse();
        assertThat(keys.revoke("key-1")).isFalse();

        assertThat(keys.grant("key-1")).isEmpty();
        assertThat(keys.grant("key-2")).contains(ACME);
        assertThat(keys.entries()).extracting(Entry::id).containsExactly(ApiKeys.id("key-2"));
    }

    @Test
    void entry_ofAKeyAllowedAgain_keepsItsTime() {
        ApiKeyRegistry keys = keys();
        keys.allow("key-1", "key-1\'s", ACME);
        Entry before = keys.entries().getFirst();

        keys.allow("key-1", "key-1\'s", BARE);

        assertThat(keys.entries())
                .containsExactly(new Entry(before.id(), "key-1's", BARE, before.issuedAt()));
    }
}
