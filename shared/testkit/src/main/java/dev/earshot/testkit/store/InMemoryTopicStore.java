package dev.earshot.testkit.store;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.series.TopicStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Topics in memory. Thread-safe. */
public final class InMemoryTopicStore implements TopicStore {
    private final Map<String, TopicState> states = new HashMap<>();
    private final List<EpisodeChange> changes = new ArrayList<>();

    @Override
    public synchronized Optional<TopicState> find(WorkspaceId workspace, String brand) {
        return Optional.ofNullable(states.get(workspace + "#" + brand));
    }

    @Override
    public synchronized boolean save(
            WorkspaceId workspace, String brand, TopicState next, List<EpisodeChange> more) {
        String key = workspace + "#" + brand;
        long before = Optional.ofNullable(states.get(key)).map(TopicState::version).orElse(0L);
        if (next.version() != before + 1) {
            return false;
        }
        states.put(key, next);
        changes.addAll(more);
        return true;
    }

    /** All that was kept beside the states, in that order. */
    public synchronized List<EpisodeChange> changes() {
        return List.copyOf(changes);
    }
}
