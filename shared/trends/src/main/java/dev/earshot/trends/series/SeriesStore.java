package dev.earshot.trends.series;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;

import java.util.List;

/** Keeps series between two buckets. Thread-safe; a failing service surfaces as StoreException. */
public interface SeriesStore {
    /** All series of a brand, strongly consistent, by kind and key. */
    List<SeriesState> all(WorkspaceId workspace, String brand);

    /**
     * Replaces a series together with the changes of episodes that its buckets brought about: all
     * of it or nothing.
     *
     * @param next its version is one more than that of the state which it replaces
     * @return false if somebody else has replaced that state; then nothing was written
     */
    boolean save(
            WorkspaceId workspace, String brand, SeriesState next, List<EpisodeChange> changes);
}
