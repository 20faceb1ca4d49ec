package dev.earshot.trends.episode;

import java.util.List;

/**
 * Where changes of episodes are handed on, to be turned into alerts. Implementations are
 * thread-safe.
 */
public interface EpisodeChanges {
    /** Hands nothing on. */
    EpisodeChanges NOWHERE = changes -> {};

    /**
     * Takes changes that are durable, in the order in which they came about. Called again with the
     * same changes after a failure or a crash, so an implementation goes by {@link
     * EpisodeChange#id} and does nothing for one that it has taken.
     */
    void hand(List<EpisodeChange> changes);
}
