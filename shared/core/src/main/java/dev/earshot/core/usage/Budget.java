package dev.earshot.core.usage;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Tells whether a workspace has used up what it may use in this month, which begins and ends in
 * UTC. It is asked before work is begun; what is in work then is done and counted, so a month may
 * end some pictures, or one job, above its limit. Thread-safe.
 */
public final class Budget {
    private final UsageStore store;
    private final InstantSource clock;

    public Budget(UsageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The month in which a time lies. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** When a month begins. */
    public static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A sentence that says why nothing more of a kind may be used now; empty if it may. */
    public Optional<String> spent(WorkspaceId workspace, UsageKind kind) {
        Optional<Long> limit = store.limits(workspace).of(kind);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        YearMonth month = month(clock.instant());
        Used used = store.used(workspace, month).getOrDefault(kind, Used.NOTHING);
        return used.amount() < limit.get() * kind.perUnit()
                ? Optional.empty()
                : Optional.of(
                        "the budget of "
                                + limit.get()
                                + " "
                                + words(kind)
                                + " for "
                                + month
                                + " is spent; the next begins on "
                                + begin(month.plusMonths(1))
                                + ", and PUT /v1/usage/limits raises it");
    }

    private static String words(UsageKind kind) {
        return switch (kind) {
            case POSTS -> "posts";
            case PICTURES -> "pictures";
            case WORKER -> "minutes of the worker";
        };
    }
}
