package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeys;
import dev.earshot.core.store.ApiKeys.Grant;

import org.junit.jupiter.api.Test;

import java.util.Set;

/** What every {@link ApiKeys} must do. */
public abstract class ApiKeysContract {
    /** The keys under test. */
    protected abstract ApiKeys keys();

    /** Makes a key valid. */
    protected abstract void allow(String apiKey, Grant grant);

    @Test
    void grant_knownKey_isItsWorkspaceAndScopes() {
        ApiKeys keys = keys();
        var grant = new Grant(new WorkspaceId("acme"), Set.of("read", "write"));
        var bare = new Grant(new WorkspaceId("zenith"), Set.of());
        allow("key-1", grant);
        allow("key-2", bare);

        assertThat(keys.grant("key-1")).contains(grant);
        assertThat(keys.grant("key-2")).contains(bare);
    }

    @Test
    void grant_unknownKey_isEmpty() {
        ApiKeys keys = keys();
        allow("key-1", new Grant(new WorkspaceId("acme"), Set.of()));

        assertThat(keys.grant("key-1 ")).isEmpty();
        assertThat(keys.grant("KEY-1")).isEmpty();
        assertThat(keys.grant("")).isEmpty();
    }
}
