package dev.earshot.testkit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;

/** What every {@link UsageStore} must do. Each test uses an empty store. */
public abstract class UsageStoreContract {
    private static final WorkspaceId ACME = new WorkspaceId("acme");
    private static final WorkspaceId RIVAL = new WorkspaceId("rival");

    /** The store under test; the same in one test. */
    protected abstract UsageStore store();

    @Test
    void fresh_store_hasNeitherUsageNorLimits() {
        assertThat(store().used(ACME, UsageKind.POSTS, YearMonth.of(2026, 3)))
                .isEqualTo(Used.NOTHING);
        assertThat(store().used(ACME, UsageKind.POSTS, LocalDate.of(2026, 3, 4)))
                .isEqualTo(Used.NOTHING);
        assertThat(store().limits(ACME)).isEqualTo(UsageLimits.NONE);
    }

    @Test
    void limit_ofOneWorkspace_isItsAloneAndReplacedAsAWhole() {
        UsageLimits both =
                UsageLimits.NONE
                        .with(UsageKind.POSTS, 7)
                        .with(UsageKind.WORKER, 0)
                        .withDaily(UsageKind.POSTS, 3);
        store().limit(ACME, both);
        assertThat(store().limits(ACME)).isEqualTo(both);
        assertThat(store().limits(RIVAL)).isEqualTo(UsageLimits.NONE);

        UsageLimits pictures = UsageLimits.NONE.with(UsageKind.PICTURES, UsageLimits.MOST);
        store().limit(ACME, pictures);
        assertThat(store().limits(ACME)).isEqualTo(pictures);
    }

    @Test
    void met_limitOfAPeriod_isNewOnce() {
        assertThat(store().met(ACME, UsageKind.POSTS, "2026-03", 7)).isTrue();
        assertThat(store().met(ACME, UsageKind.POSTS, "2026-03", 7)).isFalse();

        assertThat(store().met(ACME, UsageKind.POSTS, "2026-03", 8)).isTrue();
        assertThat(store().met(ACME, UsageKind.POSTS, "2026-03-01", 7)).isTrue();
        assertThat(store().met(ACME, UsageKind.PICTURES, "2026-03", 7)).isTrue();
        assertThat(store().met(RIVAL, UsageKind.POSTS, "2026-03", 7)).isTrue();
    }
}
