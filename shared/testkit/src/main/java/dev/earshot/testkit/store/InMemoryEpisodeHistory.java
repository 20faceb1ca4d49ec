package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeHistory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Changes of episodes in memory, by their ids. Thread-safe. */
public final class InMemoryEpisodeHistory implements EpisodeHistory {
    private final Map<String, EpisodeChange> changes = new ConcurrentHashMap<>();

    /** Adds changes that are not there yet. */
    public void add(List<EpisodeChange> more) {
        more.forEach(change -> changes.putIfAbsent(change.id(), change));
    }

    @Override
    public List<EpisodeChange> changes(
            WorkspaceId workspace, String brand, Instant from, Instant to) {
        return changes.values().stream()
                .filter(change -> change.episode().workspace().equals(workspace))
                .filter(change -> change.episode().brand().equals(brand))
                .filter(change -> !change.at().isBefore(from) && change.at().isBefore(to))
                .sorted(Comparator.comparing(EpisodeChange::at).thenComparing(EpisodeChange::id))
                .toList();
    }
}
