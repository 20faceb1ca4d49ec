package dev.earshot.testkit.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.privacy.PersonRequest;
import dev.earshot.core.privacy.RequestStore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests in memory. Thread-safe: one lock. */
public final class InMemoryRequestStore implements RequestStore {
    private final Map<String, PersonRequest> byKey = new HashMap<>();

    @Override
    public synchronized boolean put(PersonRequest request) {
        String key = request.workspace() + "#" + request.id();
        PersonRequest before = byKey.get(key);
        if ((before == null ? 0 : before.version()) != request.version() - 1) {
            return false;
        }
        byKey.put(key, request);
        return true;
    }

    @Override
    public synchronized Optional<PersonRequest> find(WorkspaceId workspace, String id) {
        return Optional.ofNullable(byKey.get(workspace + "#" + id));
    }

    @Override
    public synchronized List<PersonRequest> list(WorkspaceId workspace) {
        return byKey.values().stream()
                .filter(request -> request.workspace().equals(workspace))
                .sorted(
                        Comparator.comparing(PersonRequest::receivedAt)
                                .reversed()
                                .thenComparing(PersonRequest::id))
                .toList();
    }
}
