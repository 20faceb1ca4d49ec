package dev.earshot.usecase.trend;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeChanges;
import dev.earshot.trends.episode.EpisodeHistory;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.series.TopicStore;
import dev.earshot.trends.topic.TopicChange;
import dev.earshot.trends.topic.TopicEpisodes;
import dev.earshot.trends.topic.TopicWatch;
import dev.earshot.trends.why.Traits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the topics of a brand up to date from its stored posts, of which it reads at most {@link
 * TopicWatch#MOST_POSTS} a bucket. Written and handed on as {@link TrackTrends} does it: a crash
 * anywhere loses and doubles nothing. Posts that come late are not read again. Thread-safe.
 */
public final class TrackTopics {
    /** After a longer pause the rest waits for the next call. */
    private static final int MOST_BUCKETS = 36;

    /** Buckets in which nothing happens are written as many together. */
    private static final Duration IDLE = Duration.ofHours(1);

    private final StoredTraits posts;
    private final TrackTrends.MinuteCounts counts;
    private final TopicStore store;
    private final EpisodeHistory history;
    private final EpisodeChanges next;
    private final InstantSource clock;

    /**
     * @param counts a brand's exact counts, asked where a bucket has more posts than are read
     * @param next where changes are handed on
     */
    public TrackTopics(
            StoredTraits posts,
            TrackTrends.MinuteCounts counts,
            TopicStore store,
            EpisodeHistory history,
            EpisodeChanges next,
            InstantSource clock) {
        this.posts = posts;
        this.counts = counts;
        this.store = store;
        this.history = history;
        this.next = next;
        this.clock = clock;
    }

    /**
     * Judges the buckets of a brand that are over and were not judged.
     *
     * @return changes of topics
     */
    public int track(WorkspaceId workspace, Brand brand) {
        Instant present = BrandBuckets.floor(clock.instant().minus(BrandBuckets.LAG));
        Optional<TopicState> before =
                store.find(workspace, brand.id())
                        .map(state -> handLeftOver(workspace, brand, state, present));
        Instant from = before.map(TopicState::until).orElse(present.minus(BrandBuckets.BUCKET));
        Instant end = from.plus(BrandBuckets.BUCKET.multipliedBy(MOST_BUCKETS));
        Instant to = end.isBefore(present) ? end : present;
        if (!from.isBefore(to)) {
            return 0;
        }
        TopicWatch watch =
                before.map(
                                state ->
                                        TopicWatch.decode(
                                                state.bytes(),
                                                BrandBuckets.BUCKET,
                                                TopicWatch.USUAL_CAPACITY))
                        .orElseGet(
                                () ->
                                        new TopicWatch(
                                                BrandBuckets.BUCKET, TopicWatch.USUAL_CAPACITY));
        List<EpisodeChange> changes = new ArrayList<>();
        boolean heard = false;
        for (Instant at = from; at.isBefore(to); at = at.plus(BrandBuckets.BUCKET)) {
            Instant over = at.plus(BrandBuckets.BUCKET);
            List<Traits> sample =
                    posts.read(workspace, brand.id(), at, over, TopicWatch.MOST_POSTS);
            heard |= !sample.isEmpty();
            double scale = scale(workspace, brand, sample.size(), at, over);
            for (TopicChange change : watch.add(at, sample, scale)) {
                changes.add(
                        new EpisodeChange(
                                TopicEpisodes.of(workspace, brand.id(), brand.name(), change),
                                over));
            }
        }
        boolean nothing = !heard && changes.isEmpty() && watch.isQuiet();
        if (nothing && (before.isEmpty() || to.isBefore(from.plus(IDLE)))) {
            // Not worth a write; a later call passes these buckets again.
            return 0;
        }
        return save(workspace, brand, watch, to, changes, before);
    }

    private int save(
            WorkspaceId workspace,
            Brand brand,
            TopicWatch watch,
            Instant to,
            List<EpisodeChange> changes,
            Optional<TopicState> before) {
        Instant present = clock.instant().minus(TrackTrends.PRESENT);
        List<EpisodeChange> told =
                changes.stream().filter(change -> change.at().isAfter(present)).toList();
        TopicState state =
                TopicState.of(
                        watch.encoded(),
                        to,
                        told.stream().map(EpisodeChange::at).findFirst(),
                        1 + before.map(TopicState::version).orElse(0L));
        if (!store.save(workspace, brand.id(), state, changes)) {
            return 0;
        }
        if (!told.isEmpty()) {
            next.hand(told);
            store.save(workspace, brand.id(), state.handed(), List.of());
        }
        return changes.size();
    }

    /** How many posts each one that was read stands for. */
    private double scale(WorkspaceId workspace, Brand brand, int read, Instant from, Instant to) {
        if (read < TopicWatch.MOST_POSTS) {
            return 1;
        }
        long all =
                counts.counts(workspace, brand.id(), from, to).stream()
                        .map(CountDelta::counts)
                        .mapToLong(minute -> minute.posts())
                        .sum();
        return Math.max(1, (double) all / read);
    }

    /** Hands on what an earlier call kept and may not have handed on. */
    private TopicState handLeftOver(
            WorkspaceId workspace, Brand brand, TopicState state, Instant present) {
        if (state.unhanded().isEmpty()) {
            return state;
        }
        next.hand(
                history
                        .changes(
                                workspace,
                                brand.id(),
                                state.unhanded().get(),
                                present.plus(TrackTrends.PRESENT))
                        .stream()
                        .filter(change -> change.episode().kind() == TrendKind.TOPIC)
                        .toList());
        TopicState handed = state.handed();
        return store.save(workspace, brand.id(), handed, List.of()) ? handed : state;
    }
}
