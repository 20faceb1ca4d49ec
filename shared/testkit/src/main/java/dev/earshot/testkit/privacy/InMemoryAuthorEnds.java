package dev.earshot.testkit.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.store.AuthorEnds;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Marks in memory; none expires. Thread-safe: one lock. */
public final class InMemoryAuthorEnds implements AuthorEnds {
    private record Key(WorkspaceId workspace, ErasureMark author) {}

    private final Map<WorkspaceId, Long> versions = new HashMap<>();
    private final Map<Key, Instant> ended = new HashMap<>();
    private final Map<Key, Instant> restored = new HashMap<>();
    private final Set<Key> asked = new HashSet<>();
    private final Map<WorkspaceId, Map<String, Set<String>>> open = new HashMap<>();

    @Override
    public synchronized long version(WorkspaceId workspace) {
        return versions.getOrDefault(workspace, 0L);
    }

    @Override
    public synchronized Set<ErasureMark> ended(
            WorkspaceId workspace, Collection<ErasureMark> authors) {
        return authors.stream()
                .filter(author -> isEnded(new Key(workspace, author)))
                .collect(Collectors.toSet());
    }

    private boolean isEnded(Key key) {
        Instant end = ended.get(key);
        Instant back = restored.get(key);
        return asked.contains(key) || (end != null && (back == null || end.isAfter(back)));
    }

    @Override
    public synchronized void end(WorkspaceId workspace, AuthorEnd end) {
        Key key = new Key(workspace, end.author());
        switch (end.reason()) {
            case REQUEST -> asked.add(key);
            case PLATFORM ->
                    ended.merge(key, end.at(), (one, other) -> one.isAfter(other) ? one : other);
        }
        traces(workspace, end.author());
        versions.merge(workspace, 1L, Long::sum);
    }

    @Override
    public synchronized void leave(WorkspaceId workspace, ErasureMark author, Set<String> traces) {
        traces(workspace, author).addAll(traces);
    }

    @Override
    public synchronized List<Open> open(WorkspaceId workspace) {
        return open.getOrDefault(workspace, Map.of()).entrySet().stream()
                .map(each -> new Open(new ErasureMark(each.getKey()), each.getValue()))
                .toList();
    }

    @Override
    public synchronized void settle(WorkspaceId workspace, ErasureMark author) {
        open.getOrDefault(workspace, new HashMap<>()).remove(author.digest());
    }

    @Override
    public synchronized void restore(
            WorkspaceId workspace, ErasureMark author, Instant at, AuthorEnd.Reason reason) {
        Key key = new Key(workspace, author);
        switch (reason) {
            case REQUEST -> asked.remove(key);
            case PLATFORM -> {
                Instant end = ended.get(key);
                if (end != null && !end.isAfter(at)) {
                    restored.put(key, at);
                }
            }
        }
    }

    private Set<String> traces(WorkspaceId workspace, ErasureMark author) {
        return open.computeIfAbsent(workspace, w -> new TreeMap<>())
                .computeIfAbsent(author.digest(), digest -> new HashSet<>());
    }
}
