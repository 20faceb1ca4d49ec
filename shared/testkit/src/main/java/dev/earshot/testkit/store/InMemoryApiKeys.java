package dev.earshot.testkit.store;

import dev.earshot.core.store.ApiKeys;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** API keys in memory. Thread-safe. */
public final class InMemoryApiKeys implements ApiKeys {
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    @Override
    public Optional<Grant> grant(String apiKey) {
        return Optional.ofNullable(grants.get(apiKey));
    }

    /** Makes a key valid. */
    public void allow(String apiKey, Grant grant) {
        grants.put(apiKey, grant);
    }
}
