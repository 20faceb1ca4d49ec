package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.store.MediaCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The catalogue in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryMediaCatalogue implements MediaCatalogue {
    private record Entry(String version, Optional<CataloguedMedia> media) {}

    private final Map<WorkspaceId, SortedMap<String, Entry>> entries = new HashMap<>();

    @Override
    public synchronized void put(WorkspaceId workspace, CataloguedMedia media) {
        Entry old = of(workspace).get(media.key());
        String version = padded(media.version());
        int order = old == null ? -1 : old.version().compareTo(version);
        if (order < 0 || (order == 0 && old != null && old.media().isPresent())) {
            of(workspace).put(media.key(), new Entry(version, Optional.of(media)));
        }
    }

    @Override
    public synchronized void delete(WorkspaceId workspace, String key, String version) {
        Entry old = of(workspace).get(key);
        if (old == null || old.version().compareTo(padded(version)) <= 0) {
            of(workspace).put(key, new Entry(padded(version), Optional.empty()));
        }
    }

    @Override
    public synchronized List<CataloguedMedia> all(WorkspaceId workspace) {
        return of(workspace).values().stream().flatMap(entry -> entry.media().stream()).toList();
    }

    private SortedMap<String, Entry> of(WorkspaceId workspace) {
        return entries.computeIfAbsent(workspace, w -> new TreeMap<>());
    }

    private static String padded(String version) {
        return version.toUpperCase(Locale.ROOT) + "0".repeat(64 - version.length());
    }
}
