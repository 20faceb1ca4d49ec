package dev.earshot.core.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads what was used and keeps the limits. What is used is counted by the stores of posts, files
 * and jobs, together with what they store, so that whatever is stored once is counted once.
 * Thread-safe; failures surface as {@link StoreException}.
 */
public interface UsageStore {
    /** What was used of a kind in a month, in UTC. */
    Used used(WorkspaceId workspace, UsageKind kind, YearMonth month);

    /** What was used of a kind on a day, in UTC. */
    Used used(WorkspaceId workspace, UsageKind kind, LocalDate day);

    /** The limits; {@link UsageLimits#NONE} where nobody set any. */
    UsageLimits limits(WorkspaceId workspace);

    /** Replaces the limits. */
    void limit(WorkspaceId workspace, UsageLimits limits);

    /**
     * Notes that a limit was met.
     *
     * @param period the month or day that it is for
     * @return whether nobody has noted it of this limit and period before
     */
    boolean met(WorkspaceId workspace, UsageKind kind, String period, long limit);
}
