package dev.earshot.testkit.engagement;

import dev.earshot.core.WorkspaceId;
import dev.earshot.engagement.segment.Segment;
import dev.earshot.engagement.segment.SegmentStore;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Segments in memory. Thread-safe: one lock. */
public final class InMemorySegmentStore implements SegmentStore {
    private record Item(Segment segment, Optional<Instant> deleted) {}

    private final Map<WorkspaceId, Map<String, Item>> items = new HashMap<>();

    @Override
    public synchronized List<Kept> segments(WorkspaceId workspace, Instant since) {
        return in(workspace).values().stream()
                .filter(item -> item.deleted().filter(at -> at.isBefore(since)).isEmpty())
                .map(item -> new Kept(item.segment(), item.deleted().isPresent()))
                .toList();
    }

    @Override
    public synchronized boolean add(WorkspaceId workspace, Segment segment) {
        return in(workspace).putIfAbsent(segment.id(), new Item(segment, Optional.empty())) == null;
    }

    @Override
    public synchronized boolean delete(WorkspaceId workspace, String id, Instant at) {
        Item item = in(workspace).get(id);
        if (item == null || item.deleted().isPresent()) {
            return false;
        }
        in(workspace).put(id, new Item(item.segment(), Optional.of(at)));
        return true;
    }

    private Map<String, Item> in(WorkspaceId workspace) {
        return items.computeIfAbsent(workspace, key -> new TreeMap<>());
    }
}
