package dev.earshot.wire.api.about;

import dev.earshot.core.store.ApiKeyRegistry;

import java.time.Instant;
import java.util.List;

/** A workspace's keys, the oldest first; never the keys themselves. */
public record KeyListView(List<Item> keys) {
    public KeyListView {
        keys = List.copyOf(keys);
    }

    public static KeyListView of(List<ApiKeyRegistry.Entry> entries) {
        return new KeyListView(
                entries.stream()
                        .map(
                                each ->
                                        new Item(
                                                each.id(),
                                                each.name(),
                                                each.grant().scopes().stream().sorted().toList(),
                                                each.issuedAt()))
                        .toList());
    }

    /**
     * A key.
     *
     * @param id as audits call it; it can't be turned back into the key
     * @param name empty where none was given
     * @param scopes sorted
     */
    public record Item(String id, String name, List<String> scopes, Instant issuedAt) {
        public Item {
            scopes = List.copyOf(scopes);
        }
    }
}
