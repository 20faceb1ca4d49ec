package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesName;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.shock.PlatformSeries;
import dev.earshot.trends.spike.BucketState;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.spike.Series;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @param pending what {@link #hand} hands on
     */
    public record Result(
            int series,
            int changes,
            List<PlatformSeries> platforms,
            Instant until,
            List<Pending> pending) {
        public Result {
            platforms = List.copyOf(platforms);
            pending = List.copyOf(pending);
        }
    }

    /** Changes that a series was written with and that have not been handed on. */
    public record Pending(
            WorkspaceId workspace, String brand, SeriesState state, List<EpisodeChange> told) {
        public Pending {
            told = List.copyOf(told);
        }
    }

    /**
     * Judges the buckets of a brand that are over and were not judged, and hands on the changes.
     */
    public Result track(WorkspaceId workspace, Brand brand) {
        Result result = judge(workspace, brand);
        hand(result);
        return result;
    }

    /** Hands on what was judged; a call that never comes is made up for by the next judgement. */
    public void hand(Result result) {
        for (Pending pending : result.pending()) {
            next.hand(pending.told());
            store.save(pending.workspace(), pending.brand(), pending.state().handed(), List.of());
        }
    }

    /** Judges the buckets of a brand that are over and were not judged. */
    public Result judge(WorkspaceId workspace, Brand brand) {
        Instant present = BrandBuckets.floor(clock.instant().minus(BrandBuckets.LAG));
        Map<SeriesName, SeriesState> known = new LinkedHashMap<>();
        store.all(workspace, brand.id())
                .forEach(state -> known.put(new SeriesName(state.kind(), state.key()), state));
        Map<SeriesName, List<EpisodeChange>> left = left(workspace, brand, known, present);
        Instant from =
                known.values().stream()
                        .map(SeriesState::until)
                        .min(Instant::compareTo)
                        .orElse(present.minus(BrandBuckets.PAST));
        var buckets =
                new BrandBuckets(
                        from.isBefore(present)
                                ? counts.counts(workspace, brand.id(), from, present)
                                : List.of());
        if (known.isEmpty() && buckets.isEmpty()) {
            return new Result(0, 0, List.of(), present, List.of());
        }
        Instant begin = known.isEmpty() ? buckets.first() : from;
        return new Pass(workspace, brand, buckets, present, left).run(known, begin);
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

    /** One pass over the series of a brand. */
    private final class Pass {
        private final WorkspaceId workspace;
        private final Brand brand;
        private final BrandBuckets buckets;
        private final Instant present;
        private final Map<SeriesName, List<EpisodeChange>> left;
        private boolean mentionsRise;
        private final List<PlatformSeries> platforms = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private int written;
        private int changed;

        Pass(
                WorkspaceId workspace,
                Brand brand,
                BrandBuckets buckets,
                Instant present,
                Map<SeriesName, List<EpisodeChange>> left) {
            this.workspace = workspace;
            this.brand = brand;
            this.buckets = buckets;
            this.present = present;
            this.left = left;
        }

        Result run(Map<SeriesName, SeriesState> known, Instant begin) {
            var names = new LinkedHashSet<>(buckets.names());
            names.addAll(known.keySet());
            for (SeriesName name : names) {
                one(name, Optional.ofNullable(known.get(name)), begin);
            }
            return new Result(written, changed, platforms, present, pending);
        }

        private void one(SeriesName name, Optional<SeriesState> before, Instant begin) {
            Series series =
                    before.map(state -> Series.decode(state.bytes())).orElseGet(name::begin);
            var place =
                    new EpisodeText(workspace, brand.id(), brand.name(), name.kind(), name.key());
            List<EpisodeChange> changes = new ArrayList<>();
            Optional<BucketVerdict> last = Optional.empty();
            Instant from = before.map(SeriesState::until).orElse(begin);
            for (Instant at = from; at.isBefore(present); at = at.plus(BrandBuckets.BUCKET)) {
                BucketVerdict verdict = name.judge(series, at, buckets.at(at));
                Instant end = at.plus(BrandBuckets.BUCKET);
                verdict.change()
                        .map(spike -> explained(place.episode(spike), end))
                        .ifPresent(episode -> changes.add(new EpisodeChange(episode, end)));
                last = Optional.of(verdict);
            }
            if (name.kind() == TrendKind.MENTIONS) {
                // After a crash this series may be up to date while others are not.
                mentionsRise =
                        last.map(BucketVerdict::state)
                                .or(() -> before.map(SeriesState::state))
                                .filter(state -> state != BucketState.NONE)
                                .isPresent();
            }
            if (name.kind() == TrendKind.PLATFORM && series instanceof CountSeries counted) {
                platforms.add(
                        new PlatformSeries(
                                brand.id(), name.key(), series.days(), counted.current()));
            }
            List<EpisodeChange> told = new ArrayList<>(left.getOrDefault(name, List.of()));
            changes.stream()
                    .filter(change -> isPresent(change.at()) && !isPart(name))
                    .forEach(told::add);
            if (last.isEmpty()) {
                before.ifPresent(state -> pend(state, told));
                return;
            }
            SeriesState state = state(name, series, last.get(), told, before);
            if (store.save(workspace, brand.id(), state, changes)) {
                written++;
                changed += changes.size();
                pend(state, told);
            }
        }

        private void pend(SeriesState state, List<EpisodeChange> told) {
            if (!told.isEmpty()) {
                pending.add(new Pending(workspace, brand.id(), state, told));
            }
        }

        /**
         * While all posts of the brand rise, that those of a platform, in a language or with its
         * hashtag do is a part of it. Which product people speak of is news of its own.
         */
        private boolean isPart(SeriesName name) {
            return mentionsRise
                    && switch (name.kind()) {
                        case PLATFORM, LANGUAGE, HASHTAG -> true;
                        case MENTIONS, COMPLAINT_SHARE, NEGATIVE_SHARE, PRODUCT, TOPIC -> false;
                    };
        }

        private boolean isPresent(Instant at) {
            return at.isAfter(present.minus(PRESENT));
        }

        private Episode explained(Episode episode, Instant end) {
            return isPresent(end) && episode.state() != EpisodeState.RESOLVED
                    ? episode.with(reasons.of(episode, end))
                    : episode;
        }

        private SeriesState state(
                SeriesName name,
                Series series,
                BucketVerdict last,
                List<EpisodeChange> told,
                Optional<SeriesState> before) {
            return new SeriesState(
                    name.kind(),
                    name.key(),
                    Base64.getEncoder().encodeToString(series.encoded()),
                    present,
                    last.count().orElse(0.0),
                    last.expected(),
                    last.evidence(),
                    last.state(),
                    series.days(),
                    told.stream().map(EpisodeChange::at).findFirst(),
                    1 + before.map(SeriesState::version).orElse(0L));
        }
    }
}
