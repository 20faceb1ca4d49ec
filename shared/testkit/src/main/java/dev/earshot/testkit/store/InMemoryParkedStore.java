package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.Parked;
import dev.earshot.core.store.ParkedStore;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parked records in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryParkedStore implements ParkedStore {
    private static final Comparator<Parked> OLDEST_FIRST =
            Comparator.comparing(InMemoryParkedStore::position, ByteOrder.ASCENDING);

    private final Map<WorkspaceId, Map<String, Parked>> parked = new LinkedHashMap<>();

    @Override
    public synchronized void park(Parked record) {
        of(record.workspace()).put(record.id(), record);
    }

    @Override
    public synchronized List<Parked> list(
            WorkspaceId workspace, Optional<Parked> after, int limit) {
        return of(workspace).values().stream()
                .filter(p -> after.map(last -> OLDEST_FIRST.compare(p, last) < 0).orElse(true))
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .map(
                        p ->
                                new Parked(
                                        p.id(),
                                        p.workspace(),
                                        p.source(),
                                        p.path(),
                                        p.reason(),
                                        p.parkedAt(),
                                        ""))
                .toList();
    }

    @Override
    public synchronized Optional<Parked> get(WorkspaceId workspace, String id) {
        return Optional.ofNullable(of(workspace).get(id));
    }

    private Map<String, Parked> of(WorkspaceId workspace) {
        return parked.computeIfAbsent(workspace, w -> new LinkedHashMap<>());
    }

    private static String position(Parked record) {
        long millis = record.parkedAt().toEpochMilli();
        return String.format(Locale.ROOT, "%013d#%s", millis, record.id());
    }
}
