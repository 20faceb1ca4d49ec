package dev.earshot.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;

import org.junit.jupiter.api.Test;

import java.time.YearMonth;

/** What every {@link UsageStore} must do. Each test uses an empty store. */
public abstract class UsageStoreContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final WorkspaceId RIVAL = new WorkspaceId("rival");

    /** The store under test; the same in one test. */
    protected abstract UsageStore store();

    @Test
    void fresh_store_hasNeitherUsageNorLimits() {
        assertThat(store().used(ACME, YearMonth.of(2026, 3))).isEmpty();
        assertThat(store().limits(ACME)).isEqualTo(UsageLimits.NONE);
    }

    @Test
    void limit_ofOneWorkspace_isItsAloneAndReplacedAsAWhole() {
        store().limit(ACME, UsageLimits.NONE.with(UsageKind.POSTS, 7).with(UsageKind.WORKER, 0));
        assertThat(store().limits(ACME).of(UsageKind.POSTS)).contains(7L);
        assertThat(store().limits(ACME).of(UsageKind.WORKER)).contains(0L);
        assertThat(store().limits(RIVAL)).isEqualTo(UsageLimits.NONE);

        UsageLimits pictures = UsageLimits.NONE.with(UsageKind.PICTURES, UsageLimits.MOST);
        store().limit(ACME, pictures);
        assertThat(store().limits(ACME)).isEqualTo(pictures);
    }
}
