package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.shock.PlatformSeries;
import dev.earshot.trends.shock.Shock;
import dev.earshot.trends.spike.BucketState;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.spike.Spike;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells rises of many brands at once on a platform, once for all of them. To be called when all
 * brands of a workspace have been judged and before any of their own rises is handed on, so that
 * those are known to be parts. Written and handed on as {@link TrackTrends} does it. Thread-safe.
 */
public final class TrackShocks {
    private final SeriesStore store;
    private final EpisodeHistory history;
    private final EpisodeChanges next;

    /**
     * @param next where changes are handed on
     */
    public TrackShocks(SeriesStore store, EpisodeHistory history, EpisodeChanges next) {
        this.store = store;
        this.history = history;
        this.next = next;
    }

    /**
     * Judges a bucket.
     *
     * @param series of all brands and platforms, as the bucket left them; those of brands that were
     *     not judged are missing
     * @param until end of the bucket
     * @return shocks that began or ended
     */
    public int track(WorkspaceId workspace, List<PlatformSeries> series, Instant until) {
        if (series.isEmpty()) {
            return 0;
        }
        Map<String, SeriesState> known = new TreeMap<>();
        for (SeriesState state : store.all(workspace, Episode.ALL_BRANDS)) {
            known.put(state.key(), handLeftOver(workspace, state, until));
        }
        Map<String, List<PlatformSeries>> byPlatform =
                series.stream().collect(Collectors.groupingBy(PlatformSeries::platform));
        int changes = 0;
        for (var platform : new TreeMap<>(byPlatform).entrySet()) {
            Optional<SeriesState> before = Optional.ofNullable(known.get(platform.getKey()));
            Optional<Spike> change = change(before, platform.getValue(), until);
            if (change.isPresent()) {
                int watched = Shock.watched(platform.getValue()).size();
                changes += save(workspace, platform.getKey(), before, change.get(), watched, until);
            }
        }
        return changes;
    }

    private static Optional<Spike> change(
            Optional<SeriesState> before, List<PlatformSeries> series, Instant until) {
        Optional<SeriesState> open = before.filter(state -> state.state() == BucketState.OPEN);
        if (open.isEmpty()) {
            return Shock.begins(series, until);
        }
        return Shock.isOver(series)
                ? open.map(state -> ended(ShockMemory.read(state.bytes()), until))
                : Optional.empty();
    }

    private static Spike ended(Spike spike, Instant end) {
        return new Spike(
                spike.start(),
                spike.peak(),
                spike.peakCount(),
                Optional.of(end),
                EpisodeState.RESOLVED,
                spike.observed(),
                spike.expected(),
                spike.relativeVariance(),
                spike.evidence(),
                spike.version() + 1);
    }

    private int save(
            WorkspaceId workspace,
            String platform,
            Optional<SeriesState> before,
            Spike spike,
            int watched,
            Instant until) {
        var text =
                new EpisodeText(
                        workspace,
                        Episode.ALL_BRANDS,
                        "at least " + Shock.least(watched) + " of " + watched + " brands",
                        TrendKind.PLATFORM,
                        platform);
        var change = new EpisodeChange(text.episode(spike), until);
        var state =
                new SeriesState(
                        TrendKind.PLATFORM,
                        platform,
                        Base64.getEncoder().encodeToString(ShockMemory.write(spike)),
                        until,
                        spike.observed(),
                        spike.expected(),
                        spike.evidence(),
                        spike.state() == EpisodeState.RESOLVED
                                ? BucketState.NONE
                                : BucketState.OPEN,
                        SeriesState.JUDGED_DAYS,
                        Optional.of(until),
                        1 + before.map(SeriesState::version).orElse(0L));
        if (!store.save(workspace, Episode.ALL_BRANDS, state, List.of(change))) {
            return 0;
        }
        next.hand(List.of(change));
        store.save(workspace, Episode.ALL_BRANDS, state.handed(), List.of());
        return 1;
    }

    private SeriesState handLeftOver(WorkspaceId workspace, SeriesState state, Instant until) {
        if (state.unhanded().isEmpty()) {
            return state;
        }
        List<EpisodeChange> left = new ArrayList<>();
        for (EpisodeChange change :
                history.changes(
                        workspace,
                        Episode.ALL_BRANDS,
                        state.unhanded().get(),
                        until.plus(TrackTrends.PRESENT))) {
            if (change.episode().key().equals(state.key())) {
                left.add(change);
            }
        }
        next.hand(left);
        SeriesState handed = state.handed();
        return store.save(workspace, Episode.ALL_BRANDS, handed, List.of()) ? handed : state;
    }

    /** A shock between two buckets: numbers, separated by spaces. Stateless. */
    private static final class ShockMemory {
        private ShockMemory() {}

        static byte[] write(Spike spike) {
            return String.join(
                            " ",
                            String.valueOf(spike.start().getEpochSecond()),
                            String.valueOf(spike.peak().getEpochSecond()),
                            String.valueOf(spike.peakCount()),
                            String.valueOf(spike.observed()),
                            String.valueOf(spike.expected()),
                            String.valueOf(spike.relativeVariance()),
                            String.valueOf(spike.evidence()),
                            String.valueOf(spike.version()))
                    .getBytes(StandardCharsets.US_ASCII);
        }

        static Spike read(byte[] bytes) {
            String[] numbers = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
            return new Spike(
                    Instant.ofEpochSecond(Long.parseLong(numbers[0])),
                    Instant.ofEpochSecond(Long.parseLong(numbers[1])),
                    Double.parseDouble(numbers[2]),
                    Optional.empty(),
                    EpisodeState.OPEN,
                    Double.parseDouble(numbers[3]),
                    Double.parseDouble(numbers[4]),
                    Double.parseDouble(numbers[5]),
                    Double.parseDouble(numbers[6]),
                    Integer.parseInt(numbers[7]));
        }
    }
}
