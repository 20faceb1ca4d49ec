package dev.earshot.engagement.cases;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.store.BrandStore;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.EpisodeState;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The brands about which something stands above the usual, from the changes of the last days; read
 * anew each minute. Thread-safe.
 */
public final class RecentEpisodes implements OpenEpisodes {
    /** An episode that has neither grown nor ended for so long is not counted as open. */
    private static final Duration LOOK_BACK = Duration.ofDays(3);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final EpisodeHistory history;
    private final BrandStore brands;
    private final InstantSource clock;
    private final Map<WorkspaceId, Known> known = new ConcurrentHashMap<>();

    public RecentEpisodes(EpisodeHistory history, BrandStore brands, InstantSource clock) {
        this.history = history;
        this.brands = brands;
        this.clock = clock;
    }

    private record Known(Instant at, Set<String> brands) {}

    @Override
    public Set<String> brands(WorkspaceId workspace) {
        Instant now = clock.instant();
        Known last = known.get(workspace);
        if (last != null && now.isBefore(last.at().plus(KEPT))) {
            return last.brands();
        }
        Set<String> open =
                brands.catalogue(workspace).brands().stream()
                        .map(Brand::id)
                        .filter(brand -> isOpen(workspace, brand, now))
                        .collect(Collectors.toUnmodifiableSet());
        known.put(workspace, new Known(now, open));
        return open;
    }

    private boolean isOpen(WorkspaceId workspace, String brand, Instant now) {
        List<EpisodeChange> changes =
                history.changes(
                        workspace, brand, now.minus(LOOK_BACK), now.plus(Duration.ofMinutes(1)));
        return EpisodeChange.latest(changes).stream()
                .anyMatch(change -> change.episode().state() != EpisodeState.RESOLVED);
    }
}
