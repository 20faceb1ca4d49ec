package dev.earshot.testkit.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was used, as tests say it was, and the limits. Thread-safe: one lock. */
public final class InMemoryUsageStore implements UsageStore {
    private record Place(WorkspaceId workspace, UsageKind kind, LocalDate day) {}

    private record Met(WorkspaceId workspace, UsageKind kind, String period, long limit) {}

    private final Map<Place, Used> used = new HashMap<>();
    private final Map<WorkspaceId, UsageLimits> limits = new HashMap<>();
    private final Set<Met> met = new HashSet<>();

    /** Counts what a test lets be used. */
    public synchronized InMemoryUsageStore with(
            WorkspaceId workspace, LocalDate day, UsageKind kind, Used more) {
        used.merge(new Place(workspace, kind, day), more, Used::plus);
        return this;
    }

    @Override
    public synchronized Used used(WorkspaceId workspace, UsageKind kind, YearMonth month) {
        return used.entrySet().stream()
                .filter(each -> each.getKey().workspace().equals(workspace))
                .filter(each -> each.getKey().kind() == kind)
                .filter(each -> YearMonth.from(each.getKey().day()).equals(month))
                .map(Map.Entry::getValue)
                .reduce(Used.NOTHING, Used::plus);
    }

    @Override
    public synchronized Used used(WorkspaceId workspace, UsageKind kind, LocalDate day) {
        return used.getOrDefault(new Place(workspace, kind, day), Used.NOTHING);
    }

    @Override
    public synchronized UsageLimits limits(WorkspaceId workspace) {
        return limits.getOrDefault(workspace, UsageLimits.NONE);
    }

    @Override
    public synchronized void limit(WorkspaceId workspace, UsageLimits next) {
        limits.put(workspace, next);
    }

    @Override
    public synchronized boolean met(
            WorkspaceId workspace, UsageKind kind, String period, long limit) {
        return met.add(new Met(workspace, kind, period, limit));
    }
}
