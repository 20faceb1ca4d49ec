package dev.earshot.trends.episode;

import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.List;

/** Changes of episodes as they were decided. Implementations are thread-safe. */
public interface EpisodeHistory {
    /**
     * All changes of a brand's episodes from {@code from} inclusive to {@code to} exclusive by
     * {@link EpisodeChange#at}, ascending, each as it was when it was handed on.
     *
     * @param brand a brand's id, or {@link Episode#ALL_BRANDS}
     */
    List<EpisodeChange> changes(WorkspaceId workspace, String brand, Instant from, Instant to);
}
