package dev.earshot.core.usage;

import dev.earshot.core.FieldException;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much a workspace may use in a month, and in a day.
 *
 * @param monthly for each kind that has a limit: posts, pictures or minutes, 0 to {@value #MOST}
 * @param daily likewise
 */
public record UsageLimits(Map<UsageKind, Long> monthly, Map<UsageKind, Long> daily) {
    /** No limit at all. */
    public static final UsageLimits NONE = new UsageLimits(Map.of(), Map.of());

    /** The greatest limit. */
    public static final long MOST = 1_000_000_000_000L;

    public UsageLimits {
        monthly = checked("", monthly);
        daily = checked("daily.", daily);
    }

    private static Map<UsageKind, Long> checked(String in, Map<UsageKind, Long> limits) {
        limits.forEach(
                (kind, limit) -> {
                    if (limit < 0 || limit > MOST) {
                        throw new FieldException(
                                in + kind.key(), "must lie in [0, " + MOST + "], got " + limit);
                    }
                });
        return Map.copyOf(limits);
    }

    /** The limit of a kind for a month; empty if it has none. */
    public Optional<Long> monthly(UsageKind kind) {
        return Optional.ofNullable(monthly.get(kind));
    }

    /** The limit of a kind for a day; empty if it has none. */
    public Optional<Long> daily(UsageKind kind) {
        return Optional.ofNullable(daily.get(kind));
    }

    /** The same with another limit for a month. */
    public UsageLimits with(UsageKind kind, long limit) {
        return new UsageLimits(with(monthly, kind, limit), daily);
    }

    /** The same with another limit for a day. */
    public UsageLimits withDaily(UsageKind kind, long limit) {
        return new UsageLimits(monthly, with(daily, kind, limit));
    }

    private static Map<UsageKind, Long> with(
            Map<UsageKind, Long> limits, UsageKind kind, long limit) {
        var all = new EnumMap<UsageKind, Long>(UsageKind.class);
        all.putAll(limits);
        all.put(kind, limit);
        return all;
    }
}
