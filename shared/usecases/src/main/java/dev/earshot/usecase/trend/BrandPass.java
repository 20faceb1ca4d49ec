package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesName;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.shock.PlatformSeries;
import dev.earshot.trends.shock.Shock;
import dev.earshot.trends.spike.BucketState;
import dev.earshot.trends.spike.BucketVerdict;
import dev.earshot.trends.spike.CountSeries;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.spike.Look;
import dev.earshot.trends.spike.Series;
import dev.earshot.usecase.trend.TrackTrends.Early;
import dev.earshot.usecase.trend.TrackTrends.Pending;
import dev.earshot.usecase.trend.TrackTrends.Reasons;
import dev.earshot.usecase.trend.TrackTrends.Result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over the series of a brand. Not thread-safe. */
final class BrandPass {
    private final SeriesStore store;
    private final Reasons reasons;
    private final WorkspaceId workspace;
    private final Brand brand;
    private final Counted counted;
    private final Map<SeriesName, List<EpisodeChange>> left;
    private boolean mentionsRise;
    private boolean raised;
    private final List<PlatformSeries> platforms = new ArrayList<>();
    private final List<Early> early = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private int written;
    private int changed;

    /**
     * What has been counted.
     *
     * @param settled buckets that are over, up to {@code present}
     * @param running buckets that may still change, from there to {@code seen}
     */
    record Counted(
            BrandBuckets settled,
            BrandBuckets running,
            Instant present,
            Instant seen,
            Instant now) {}

    /**
     * @param left what an earlier call kept and may not have handed on
     */
    BrandPass(
            SeriesStore store,
            Reasons reasons,
            WorkspaceId workspace,
            Brand brand,
            Counted counted,
            Map<SeriesName, List<EpisodeChange>> left) {
        this.store = store;
        this.reasons = reasons;
        this.workspace = workspace;
        this.brand = brand;
        this.counted = counted;
        this.left = left;
    }

    Result run(Map<SeriesName, SeriesState> known, Instant begin) {
        var names = new LinkedHashSet<>(counted.settled().names());
        names.addAll(known.keySet());
        for (SeriesName name : names) {
            one(name, Optional.ofNullable(known.get(name)), begin);
        }
        return new Result(written, changed, platforms, counted.present(), raised, early, pending);
    }

    private void one(SeriesName name, Optional<SeriesState> before, Instant begin) {
        Series series = before.map(state -> Series.decode(state.bytes())).orElseGet(name::begin);
        List<EpisodeChange> changes = new ArrayList<>();
        Optional<BucketVerdict> last =
                judge(name, series, before.map(SeriesState::until).orElse(begin), changes);
        if (name.kind() == TrendKind.MENTIONS) {
            // After a crash this series may be up to date while others are not.
            mentionsRise =
                    last.map(BucketVerdict::state)
                            .or(() -> before.map(SeriesState::state))
                            .filter(state -> state != BucketState.NONE)
                            .isPresent();
        }
        if (name.kind() == TrendKind.PLATFORM && series instanceof CountSeries ofCounts) {
            var platform =
                    new PlatformSeries(brand.id(), name.key(), series.days(), ofCounts.current());
            platforms.add(platform);
            raised |= Shock.isFresh(platform, counted.present());
        }
        List<EpisodeChange> told = new ArrayList<>(left.getOrDefault(name, List.of()));
        changes.stream()
                .filter(change -> isPresent(change.at()) && !isPart(name))
                .forEach(told::add);
        Optional<SeriesState> after =
                last.isEmpty()
                        ? before
                        : save(state(name, series, last.get(), told, before), changes);
        after.ifPresent(
                state -> {
                    if (told.isEmpty()) {
                        look(name, series, state);
                    } else {
                        pending.add(new Pending(workspace, brand.id(), state, told));
                    }
                });
    }

    private Optional<BucketVerdict> judge(
            SeriesName name, Series series, Instant from, List<EpisodeChange> changes) {
        Optional<BucketVerdict> last = Optional.empty();
        for (Instant at = from; at.isBefore(counted.present()); at = at.plus(BrandBuckets.BUCKET)) {
            BucketVerdict verdict = name.judge(series, at, counted.settled().at(at));
            Instant end = at.plus(BrandBuckets.BUCKET);
            verdict.change()
                    .map(spike -> explained(text(name).episode(spike), end))
                    .ifPresent(episode -> changes.add(new EpisodeChange(episode, end)));
            last = Optional.of(verdict);
        }
        return last;
    }

    private Optional<SeriesState> save(SeriesState state, List<EpisodeChange> changes) {
        if (!store.save(workspace, brand.id(), state, changes)) {
            return Optional.empty();
        }
        written++;
        changed += changes.size();
        return Optional.of(state);
    }

    /** What is not over is looked at, and only proposed: {@link TrackTrends#begin} decides. */
    private void look(SeriesName name, Series series, SeriesState state) {
        if (!name.isLookedAt()) {
            return;
        }
        Look look = name.look(series, counted.running(), state.until(), counted.seen());
        raised |= look.leans();
        look.spike()
                .ifPresent(
                        spike -> {
                            series.begin(look);
                            Instant at = counted.now();
                            early.add(
                                    new Early(
                                            new EpisodeChange(text(name).episode(spike), at),
                                            state.begun(series, spike, at)));
                        });
    }

    private EpisodeText text(SeriesName name) {
        return new EpisodeText(workspace, brand.id(), brand.name(), name.kind(), name.key());
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
        return at.isAfter(counted.present().minus(TrackTrends.PRESENT));
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
                counted.present(),
                last.count().orElse(0.0),
                last.expected(),
                last.evidence(),
                last.state(),
                series.days(),
                told.stream().map(EpisodeChange::at).findFirst(),
                1 + before.map(SeriesState::version).orElse(0L));
    }
}
