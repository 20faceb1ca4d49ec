package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.MediaResults;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files' results in memory. Thread-safe: every call takes the one lock. */
public final class InMemoryMediaResults implements MediaResults {
    private record Key(WorkspaceId workspace, String key) {}

    private record Entry(String version, Optional<MediaAnalysis> analysis) {}

    private final Map<Key, Entry> entries = new HashMap<>();

    @Override
    public synchronized boolean put(MediaAnalysis analysis) {
        var key = new Key(analysis.workspace(), analysis.key());
        String version = SequencerOrder.padded(analysis.version());
        Entry old = entries.get(key);
        if (old != null) {
            int order = old.version().compareTo(version);
            boolean saysLess =
                    analysis.status() instanceof MediaAnalysis.Status.Queued
                            && !old.analysis()
                                    .map(MediaAnalysis::status)
                                    .filter(MediaAnalysis.Status.Queued.class::isInstance)
                                    .isPresent();
            if (order > 0 || (order == 0 && (old.analysis().isEmpty() || saysLess))) {
                return false;
            }
        }
        entries.put(key, new Entry(version, Optional.of(analysis)));
        return true;
    }

    @Override
    public synchronized void delete(WorkspaceId workspace, String key, String version) {
        Entry old = entries.get(new Key(workspace, key));
        if (old == null || old.version().compareTo(SequencerOrder.padded(version)) <= 0) {
            entries.put(
                    new Key(workspace, key),
                    new Entry(SequencerOrder.padded(version), Optional.empty()));
        }
    }

    @Override
    public synchronized Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
        Entry entry = entries.get(new Key(workspace, key));
        return entry == null ? Optional.empty() : entry.analysis();
    }
}
