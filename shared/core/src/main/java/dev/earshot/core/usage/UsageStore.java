package dev.earshot.core.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.YearMonth;
import java.util.Map;

/**
 * Reads what was used and keeps the limits. What is used is counted by the stores of posts, files
 * and jobs, together with what they store, so that whatever is stored once is counted once.
 * Thread-safe; failures surface as {@link StoreException}.
 */
public interface UsageStore {
    /** What was used in a month, in UTC, of each kind that was. */
    Map<UsageKind, Used> used(WorkspaceId workspace, YearMonth month);

    /** The limits; {@link UsageLimits#NONE} where nobody set any. */
    UsageLimits limits(WorkspaceId workspace);

    /** Replaces the limits. */
    void limit(WorkspaceId workspace, UsageLimits limits);
}
