package dev.earshot.trends.episode;

import dev.earshot.core.FieldException;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * An episode has begun, grown or ended: the only moments at which somebody is told.
 *
 * @param episode as it is from then on
 * @param at end of the bucket that decided it, in the time of the posts
 */
public record EpisodeChange(Episode episode, Instant at) {
    public EpisodeChange {
        if (at.isBefore(episode.start())) {
            throw new FieldException(
                    "at", "must not lie before the start " + episode.start() + ", got " + at);
        }
    }

    /**
     * The change's own name, equal however often it is handed on: the episode, its state and its
     * version.
     */
    public String id() {
        return episode.id() + "." + episode.state().key() + "." + episode.version();
    }

    /** The last change of each episode, by the episodes' ids. */
    public static Collection<EpisodeChange> latest(Collection<EpisodeChange> changes) {
        Map<String, EpisodeChange> latest = new TreeMap<>();
        for (EpisodeChange change : changes) {
            latest.merge(
                    change.episode().id(),
                    change,
                    (before, after) ->
                            after.episode().version() >= before.episode().version()
                                    ? after
                                    : before);
        }
        return latest.values();
    }
}
