package dev.earshot.core.usage;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells whether a workspace has used up what it may use in this month or on this day, which begin
 * and end in UTC. It is asked before work is begun; what is in work then is done and counted, so a
 * period may end some pictures, or one job, above its limit. Thread-safe if its listener is.
 */
public final class Budget {
    private final UsageStore store;
    private final InstantSource clock;
    private final Listener listener;

    /** Hears once of each limit that is met in a period. */
    public interface Listener {
        /**
         * Hears that nothing more may be used.
         *
         * @param why a sentence
         */
        void limitMet(WorkspaceId workspace, UsageKind kind, String why);
    }

    /** A budget of which nobody hears. */
    public Budget(UsageStore store, InstantSource clock) {
        this(store, clock, (workspace, kind, why) -> {});
    }

    public Budget(UsageStore store, InstantSource clock, Listener listener) {
        this.store = store;
        this.clock = clock;
        this.listener = listener;
    }

    /** The day in which a time lies. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The month in which a time lies. */
    public static YearMonth month(Instant at) {
        return YearMonth.from(day(at));
    }

    /** When a month begins. */
    public static Instant begin(YearMonth month) {
        return begin(month.atDay(1));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A sentence that says why nothing more of one of these may be used now; empty if it may. */
    public Optional<String> spent(WorkspaceId workspace, UsageKind... kinds) {
        UsageLimits limits = store.limits(workspace);
        return Arrays.stream(kinds)
                .map(kind -> spent(workspace, kind, limits))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> spent(WorkspaceId workspace, UsageKind kind, UsageLimits limits) {
        LocalDate day = day(clock.instant());
        YearMonth month = YearMonth.from(day);
        return limits.monthly(kind)
                .filter(limit -> isMet(kind, limit, store.used(workspace, kind, month)))
                .map(limit -> told(workspace, kind, limit, month, begin(month.plusMonths(1))))
                .or(
                        () ->
                                limits.daily(kind)
                                        .filter(
                                                limit ->
                                                        isMet(
                                                                kind,
                                                                limit,
                                                                store.used(workspace, kind, day)))
                                        .map(
                                                limit ->
                                                        told(
                                                                workspace,
                                                                kind,
                                                                limit,
                                                                day,
                                                                begin(day.plusDays(1)))));
    }

    private static boolean isMet(UsageKind kind, long limit, Used used) {
        return used.amount() >= limit * kind.perUnit();
    }

    private String told(
            WorkspaceId workspace, UsageKind kind, long limit, Temporal period, Instant next) {
        String why =
                "the budget of "
                        + limit
                        + " "
                        + words(kind)
                        + " for "
                        + period
                        + " is spent; the next begins on "
                        + next
                        + ", and PUT /v1/usage/limits raises it";
        if (store.met(workspace, kind, period.toString(), limit)) {
            listener.limitMet(workspace, kind, why);
        }
        return why;
    }

    private static String words(UsageKind kind) {
        return switch (kind) {
            case POSTS -> "posts";
            case PICTURES -> "pictures";
            case WORKER -> "minutes of the worker";
        };
    }
}
