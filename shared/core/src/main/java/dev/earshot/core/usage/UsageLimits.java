package dev.earshot.core.usage;

import dev.earshot.core.FieldException;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much a workspace may use in a month.
 *
 * @param units for each kind that has a limit: posts, pictures or minutes, 0 to {@value #MOST}
 */
public record UsageLimits(Map<UsageKind, Long> units) {
    /** No limit at all. */
    public static final UsageLimits NONE = new UsageLimits(Map.of());

    /** The greatest limit. */
    public static final long MOST = 1_000_000_000_000L;

    public UsageLimits {
        units.forEach(
                (kind, limit) -> {
                    if (limit < 0 || limit > MOST) {
                        throw new FieldException(
                                kind.key(), "must lie in [0, " + MOST + "], got " + limit);
                    }
                });
        units = Map.copyOf(units);
    }

    /** The limit of a kind; empty if it has none. */
    public Optional<Long> of(UsageKind kind) {
        return Optional.ofNullable(units.get(kind));
    }

    /** The same with another limit. */
    public UsageLimits with(UsageKind kind, long limit) {
        var all = new EnumMap<UsageKind, Long>(UsageKind.class);
        all.putAll(units);
        all.put(kind, limit);
        return new UsageLimits(all);
    }
}
