package dev.earshot.testkit.store;

import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** API keys in memory. Thread-safe. */
public final class InMemoryApiKeys implements ApiKeyRegistry {
    private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryApiKeys(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Grant> grant(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey)).map(Entry::grant);
    }

    @Override
    public void allow(String apiKey, String name, Grant grant) {
        byKey.compute(
                apiKey,
                (key, before) -> {
                    Instant issued = before == null ? clock.instant() : before.issuedAt();
                    return new Entry(ApiKeys.id(key), name, grant, issued);
                });
    }

    @Override
    public List<Entry> entries() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Entry::issuedAt).thenComparing(Entry::id))
                .toList();
    }

    @Override
    public boolean revoke(String id) {
        return byKey.values().removeIf(each -> each.id().equals(id));
    }
}
