package dev.earshot.usecase.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.StoreException;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

final class TrackTrendsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Brand BRAND = Brand.named("nivaro", "Nivaro");
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAY = 288;
    private static final int SPIKE = 2 * DAY + 100;
    private static final int BUCKETS = SPIKE + 60;

    /** A table that may fail before or after any write. */
    private static final class Table implements SeriesStore {
        final Map<String, SeriesState> states = new TreeMap<>();
        final Map<String, EpisodeChange> changes = new LinkedHashMap<>();
        final Map<String, EpisodeChange> handed = new LinkedHashMap<>();
        int writes;
        int failAt = -1;
        boolean afterWrite;

        @Override
        public List<SeriesState> all(WorkspaceId workspace, String brand) {
            return List.copyOf(states.values());
        }

        @Override
        public boolean save(
                WorkspaceId workspace, String brand, SeriesState next, List<EpisodeChange> more) {
            boolean fails = writes++ == failAt;
            if (fails && !afterWrite) {
                throw crash();
            }
            SeriesState before = states.get(next.name());
            if (next.version() != 1 + (before == null ? 0 : before.version())) {
                return false;
            }
            states.put(next.name(), next);
            more.forEach(change -> changes.put(change.id(), change));
            if (fails) {
                throw crash();
            }
            return true;
        }

        void hand(List<EpisodeChange> more) {
            boolean fails = writes++ == failAt;
            if (fails && !afterWrite) {
                throw crash();
            }
            more.forEach(change -> handed.put(change.id(), change));
            if (fails) {
                throw crash();
            }
        }

        private static StoreException crash() {
            return new StoreException("crashed", new IllegalStateException("planted"));
        }
    }

    @Test
    void track_everyMinuteThroughASpike_handsOnOneBeginningAndOneEnd() {
        Table table = run(-1, false);

        assertThat(table.handed.values())
                .filteredOn(change -> change.episode().kind() == TrendKind.MENTIONS)
                .extracting(change -> change.episode().state())
                .containsExactly(EpisodeState.OPEN, EpisodeState.RESOLVED);
        assertThat(table.handed.values())
                .noneMatch(change -> change.episode().kind() == TrendKind.COMPLAINT_SHARE);
        assertThat(table.states).containsKeys("mentions#", "complaint_share#", "platform#x");
        assertThat(table.states.values()).allMatch(state -> state.unhanded().isEmpty());
    }

    @Test
    void track_crashAnywhere_losesAndDoublesNothing() {
        Table undisturbed = run(-1, false);
        var random = new Random(5);
        for (int run = 0; run < 200; run++) {
            // Most writes fall into the time of the spike, where something can be lost.
            int at = undisturbed.writes - 1 - random.nextInt(150);

            Table crashed = run(at, random.nextBoolean());

            assertThat(crashed.handed).as("crash at write %d", at).isEqualTo(undisturbed.handed);
            assertThat(memories(crashed)).isEqualTo(memories(undisturbed));
        }
    }

    @Test
    void track_productThatRisesWithItsBrand_isToldApartFromItsHashtag() {
        Table table = run(-1, false);

        assertThat(table.handed.values())
                .extracting(change -> change.episode().kind())
                .contains(TrendKind.MENTIONS, TrendKind.PRODUCT)
                .doesNotContain(TrendKind.HASHTAG, TrendKind.PLATFORM);
        assertThat(table.changes.values())
                .filteredOn(change -> change.episode().kind() == TrendKind.HASHTAG)
                .isNotEmpty();
        assertThat(table.changes.values())
                .filteredOn(change -> change.episode().kind() == TrendKind.PRODUCT)
                .allMatch(change -> change.episode().summary().contains("Nivaro's air 2"));
    }

    @Test
    void track_overwhelmingRise_isToldTheMinuteItIsSeenAndOnce() {
        Table table = new Table();
        List<CountDelta> counts = new ArrayList<>(counts());
        Instant burst = BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(SPIKE));
        counts.removeIf(count -> !count.minute().isBefore(burst));
        at(table, counts, burst.minusSeconds(20)).track(WORKSPACE, BRAND);
        counts.add(minute(burst, 6));
        counts.add(minute(burst.plusSeconds(60), 150));

        at(table, counts, burst.plusSeconds(65)).track(WORKSPACE, BRAND);
        assertThat(table.handed).as("the minute has hardly begun").isEmpty();
        Instant now = burst.plusSeconds(95);
        at(table, counts, now).track(WORKSPACE, BRAND);
        at(table, counts, now.plusSeconds(60)).track(WORKSPACE, BRAND);
        at(table, counts, burst.plusSeconds(430)).track(WORKSPACE, BRAND);

        assertThat(table.handed.values())
                .filteredOn(change -> change.episode().kind() == TrendKind.MENTIONS)
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isEqualTo(now))
                .satisfies(change -> assertThat(change.episode().start()).isEqualTo(burst))
                .satisfies(change -> assertThat(change.episode().observed()).isEqualTo(156));
        assertThat(table.handed.values())
                .extracting(change -> change.episode().kind())
                .doesNotContain(TrendKind.PLATFORM, TrendKind.LANGUAGE, TrendKind.HASHTAG);
    }

    @Test
    void judge_overwhelmingRise_isOnlyProposedUntilItIsBegun() {
        Table table = new Table();
        List<CountDelta> counts = new ArrayList<>(counts());
        Instant burst = BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(SPIKE));
        counts.removeIf(count -> !count.minute().isBefore(burst));
        counts.add(minute(burst, 150));
        TrackTrends trends = at(table, counts, burst.plusSeconds(30));

        TrackTrends.Result result = trends.judge(WORKSPACE, BRAND);
        trends.hand(result);
        assertThat(result.raised()).isTrue();
        assertThat(table.handed).isEmpty();

        assertThat(trends.begin(result)).isEqualTo(result.early().size()).isPositive();
        assertThat(table.handed).hasSize(result.early().size());
    }

    @Test
    void track_again_changesNothing() {
        Table table = run(-1, false);
        Map<String, SeriesState> before = Map.copyOf(table.states);
        int writes = table.writes;

        assertThat(trends(table, counts(), BUCKETS).track(WORKSPACE, BRAND).series()).isZero();

        assertThat(table.states).isEqualTo(before);
        assertThat(table.writes).isEqualTo(writes);
    }

    @Test
    void track_storedPast_teachesAndTellsNobody() {
        var table = new Table();

        trends(table, counts(), BUCKETS + DAY).track(WORKSPACE, BRAND);

        assertThat(table.changes).isNotEmpty();
        assertThat(table.handed).isEmpty();
    }

    @Test
    void track_silentBrand_writesNothing() {
        var table = new Table();

        trends(table, List.of(), BUCKETS).track(WORKSPACE, BRAND);

        assertThat(table.writes).isZero();
    }

    private static Map<String, String> memories(Table table) {
        Map<String, String> memories = new TreeMap<>();
        table.states.forEach((name, state) -> memories.put(name, state.memory()));
        return memories;
    }

    /** The first two days in one call, then one every bucket; each is repeated after a crash. */
    private static Table run(int failAt, boolean afterWrite) {
        var table = new Table();
        table.failAt = failAt;
        table.afterWrite = afterWrite;
        List<CountDelta> counts = counts();
        for (int bucket = SPIKE - 5; bucket <= BUCKETS; bucket++) {
            try {
                trends(table, counts, bucket).track(WORKSPACE, BRAND);
            } catch (StoreException crash) {
                trends(table, counts, bucket).track(WORKSPACE, BRAND);
            }
        }
        return table;
    }

    private static TrackTrends trends(Table table, List<CountDelta> counts, int bucket) {
        return at(
                table,
                counts,
                BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(bucket))
                        .plus(BrandBuckets.LAG)
                        .plus(Duration.ofSeconds(10)));
    }

    private static TrackTrends at(Table table, List<CountDelta> counts, Instant now) {
        return new TrackTrends(
                (workspace, brand, from, to) ->
                        counts.stream()
                                .filter(count -> !count.minute().isBefore(from))
                                .filter(count -> count.minute().isBefore(to))
                                .toList(),
                table,
                (workspace, brand, from, to) ->
                        table.changes.values().stream()
                                .filter(change -> !change.at().isBefore(from))
                                .filter(change -> change.at().isBefore(to))
                                .toList(),
                table::hand,
                TrackTrends.Reasons.NONE,
                () -> now);
    }

    private static List<CountDelta> counts() {
        var random = new Random(9);
        List<CountDelta> counts = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            boolean raised = bucket >= SPIKE && bucket < SPIKE + 12;
            long posts = (raised ? 100L : 20L) + random.nextInt(9);
            counts.add(minute(BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(bucket)), posts));
        }
        return counts;
    }

    private static CountDelta minute(Instant at, long posts) {
        return new CountDelta(
                BRAND.id(),
                at,
                new WindowCounts(
                        Map.of(
                                "posts", posts,
                                "platform/x", posts,
                                "language/en", posts,
                                "product/air_2", posts,
                                "hashtag/air", posts,
                                "intent/complaint", posts / 10,
                                "sentiment/negative", posts / 5)));
    }
}
