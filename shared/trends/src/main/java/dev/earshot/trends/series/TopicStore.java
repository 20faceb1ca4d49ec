package dev.earshot.trends.series;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;

import java.util.List;
import java.util.Optional;

/** Keeps topics between two buckets. Thread-safe; a failing service surfaces as StoreException. */
public interface TopicStore {
    /** The topics of a brand, strongly consistent; empty before its first bucket. */
    Optional<TopicState> find(WorkspaceId workspace, String brand);

    /**
     * Replaces them together with the changes that their buckets brought about: all of it or
     * nothing.
     *
     * @param next its version is one more than that of the state which it replaces
     * @return false if somebody else has replaced that state; then nothing was written
     */
    boolean save(WorkspaceId workspace, String brand, TopicState next, List<EpisodeChange> changes);
}
