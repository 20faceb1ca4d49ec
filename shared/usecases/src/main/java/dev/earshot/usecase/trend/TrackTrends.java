package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesName;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.shock.PlatformSeries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings the series of a brand up to date from its exact counts. A series is written together with
 * the changes that it brought about and on condition that nobody else has written it, so a crash
 * anywhere loses and doubles nothing, and a repeated call changes nothing. Changes are handed on at
 * least once. Counts that come late change history, not what was decided. Thread-safe.
 */
public final class TrackTrends {
    /** Changes older than this are kept, and nobody is told. */
    static final Duration PRESENT = Duration.ofHours(1);

    private final MinuteCounts counts;
    private final SeriesStore store;
    private final EpisodeHistory history;
    private final EpisodeChanges next;
    private final Reasons reasons;
    private final InstantSource clock;

    /**
     * @param counts a brand's exact counts
     * @param next where changes are handed on
     */
    public TrackTrends(
            MinuteCounts counts,
            SeriesStore store,
            EpisodeHistory history,
            EpisodeChanges next,
            Reasons reasons,
            InstantSource clock) {
        this.counts = counts;
        this.store = store;
        this.history = history;
        this.next = next;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** A brand's counts by minute, as the store of results has them. */
    @FunctionalInterface
    public interface MinuteCounts {
        List<CountDelta> counts(WorkspaceId workspace, String brand, Instant from, Instant to);
    }

    /** Says why an episode came about. */
    @FunctionalInterface
    public interface Reasons {
        /** Says nothing. */
        Reasons NONE = (episode, until) -> Explanation.NONE;

        /**
         * Explains an episode.
         *
         * @param until end of the last bucket of the episode so far
         */
        Explanation of(Episode episode, Instant until);
    }

    /**
     * What a call did.
     *
     * @param series written
     * @param changes of episodes
     * @param platforms the brand's series of platforms as the last bucket left them
     * @param until end of the last bucket that is over
     * @param raised whether the brand looks raised, in buckets that may still change or on a
     *     platform of late
     * @param early what {@link #begin} begins
     * @param pending what {@link #hand} hands on
     */
    public record Result(
            int series,
            int changes,
            List<PlatformSeries> platforms,
            Instant until,
            boolean raised,
            List<Early> early,
            List<Pending> pending) {
        public Result {
            platforms = List.copyOf(platforms);
            early = List.copyOf(early);
            pending = List.copyOf(pending);
        }
    }

    /**
     * An episode that may begin before its bucket is over.
     *
     * @param change its beginning
     * @param state of the series if it does
     */
    public record Early(EpisodeChange change, SeriesState state) {}

    /** Changes that a series was written with and that have not been handed on. */
    public record Pending(
            WorkspaceId workspace, String brand, SeriesState state, List<EpisodeChange> told) {
        public Pending {
            told = List.copyOf(told);
        }
    }

    /**
     * Judges the buckets of a brand that are over and were not judged, looks at those that are not,
     * and hands on the changes.
     */
    public Result track(WorkspaceId workspace, Brand brand) {
        Result result = judge(workspace, brand);
        hand(result);
        begin(result);
        return result;
    }

    /**
     * Begins what can't wait for the end of its bucket, and hands it on. Not to be called while
     * many brands may be rising at once: what they have in common is known when their buckets are
     * over, and begins then.
     *
     * @return episodes that began
     */
    public int begin(Result result) {
        int begun = 0;
        for (Early early : result.early()) {
            Episode found = early.change().episode();
            Episode episode = found.with(reasons.of(found, early.change().at()));
            var change = new EpisodeChange(episode, early.change().at());
            WorkspaceId workspace = episode.workspace();
            if (store.save(workspace, episode.brand(), early.state(), List.of(change))) {
                begun++;
                next.hand(List.of(change));
                store.save(workspace, episode.brand(), early.state().handed(), List.of());
            }
        }
        return begun;
    }

    /** Hands on what was judged; a call that never comes is made up for by the next judgement. */
    public void hand(Result result) {
        for (Pending pending : result.pending()) {
            next.hand(pending.told());
            store.save(pending.workspace(), pending.brand(), pending.state().handed(), List.of());
        }
    }

    /** Judges the buckets of a brand that are over and were not judged, and looks at the others. */
    public Result judge(WorkspaceId workspace, Brand brand) {
        Instant now = clock.instant();
        Instant present = BrandBuckets.settled(now);
        Instant seen = BrandBuckets.seen(now);
        Map<SeriesName, SeriesState> known = new LinkedHashMap<>();
        store.all(workspace, brand.id())
                .forEach(state -> known.put(new SeriesName(state.kind(), state.key()), state));
        Map<SeriesName, List<EpisodeChange>> left = left(workspace, brand, known, present);
        Instant from =
                known.values().stream()
                        .map(SeriesState::until)
                        .min(Instant::compareTo)
                        .orElse(present.minus(BrandBuckets.PAST));
        Map<Boolean, List<CountDelta>> minutes =
                counts.counts(workspace, brand.id(), from, seen).stream()
                        .collect(
                                Collectors.partitioningBy(
                                        minute -> minute.minute().isBefore(present)));
        var settled = new BrandBuckets(minutes.getOrDefault(true, List.of()));
        if (known.isEmpty() && settled.isEmpty()) {
            return new Result(0, 0, List.of(), present, false, List.of(), List.of());
        }
        Instant begin = known.isEmpty() ? settled.first() : from;
        var running = new BrandBuckets(minutes.getOrDefault(false, List.of()));
        var counted = new BrandPass.Counted(settled, running, present, seen, now);
        return new BrandPass(store, reasons, workspace, brand, counted, left).run(known, begin);
    }

    /** What an earlier call kept and may not have handed on. */
    private Map<SeriesName, List<EpisodeChange>> left(
            WorkspaceId workspace,
            Brand brand,
            Map<SeriesName, SeriesState> known,
            Instant present) {
        Map<SeriesName, List<EpisodeChange>> left = new LinkedHashMap<>();
        known.forEach(
                (name, state) ->
                        state.unhanded()
                                .ifPresent(
                                        since ->
                                                left.put(
                                                        name,
                                                        kept(
                                                                workspace,
                                                                brand,
                                                                name,
                                                                since,
                                                                present.plus(PRESENT)))));
        return left;
    }

    private List<EpisodeChange> kept(
            WorkspaceId workspace, Brand brand, SeriesName name, Instant since, Instant to) {
        return history.changes(workspace, brand.id(), since, to).stream()
                .filter(change -> change.episode().kind() == name.kind())
                .filter(change -> change.episode().key().equals(name.key()))
                .toList();
    }
}
