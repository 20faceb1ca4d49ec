package dev.earshot.testkit.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What was used, as tests say it was, and the limits. Thread-safe: one lock. */
public final class InMemoryUsageStore implements UsageStore {
    private record Place(WorkspaceId workspace, YearMonth month) {}

    private final Map<Place, Map<UsageKind, Used>> used = new HashMap<>();
    private final Map<WorkspaceId, UsageLimits> limits = new HashMap<>();

    /** Counts what a test lets be used. */
    public synchronized InMemoryUsageStore with(
            WorkspaceId workspace, YearMonth month, UsageKind kind, Used more) {
        used.computeIfAbsent(new Place(workspace, month), key -> new EnumMap<>(UsageKind.class))
                .merge(kind, more, Used::plus);
        return this;
    }

    @Override
    public synchronized Map<UsageKind, Used> used(WorkspaceId workspace, YearMonth month) {
        return Map.copyOf(used.getOrDefault(new Place(workspace, month), Map.of()));
    }

    @Override
    public synchronized UsageLimits limits(WorkspaceId workspace) {
        return limits.getOrDefault(workspace, UsageLimits.NONE);
    }

    @Override
    public synchronized void limit(WorkspaceId workspace, UsageLimits next) {
        limits.put(workspace, next);
    }
}
