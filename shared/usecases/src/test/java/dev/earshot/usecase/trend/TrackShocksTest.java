package dev.earshot.usecase.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.StoreException;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.series.SeriesStore;
import dev.earshot.trends.shock.PlatformSeries;
import dev.earshot.trends.shock.Shock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Eight brands for more than a day, of which some rise at once on one platform. */
final class TrackShocksTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int BRANDS = 8;
    private static final int SPIKE = 300;
    private static final int BUCKETS = SPIKE + 60;

    /** A table of all brands that fails once, after a number of writes. */
    private static final class Table implements SeriesStore {
        final Map<String, Map<String, SeriesState>> states = new TreeMap<>();
        final Map<String, EpisodeChange> changes = new LinkedHashMap<>();
        final List<String> handed = new ArrayList<>();
        int writes;
        int failAt = -1;

        /** The same states, to go on from by itself. */
        Table copy() {
            var copy = new Table();
            states.forEach((brand, ofBrand) -> copy.states.put(brand, new TreeMap<>(ofBrand)));
            copy.changes.putAll(changes);
            copy.handed.addAll(handed);
            return copy;
        }

        @Override
        public List<SeriesState> all(WorkspaceId workspace, String brand) {
            return List.copyOf(states.getOrDefault(brand, Map.of()).values());
        }

        @Override
        public boolean save(
                WorkspaceId workspace, String brand, SeriesState next, List<EpisodeChange> more) {
            Map<String, SeriesState> ofBrand = states.computeIfAbsent(brand, id -> new TreeMap<>());
            SeriesState before = ofBrand.get(next.name());
            if (next.version() != 1 + (before == null ? 0 : before.version())) {
                return false;
            }
            ofBrand.put(next.name(), next);
            more.forEach(change -> changes.put(change.id(), change));
            if (writes++ == failAt) {
                throw new StoreException("the process ended", null);
            }
            return true;
        }
    }

    /** What the day before the rise taught: learned once, since every run begins with it. */
    private static final class Learned {
        static final Table TABLE = learn();

        private static Table learn() {
            var table = new Table();
            call(table, 0, SPIKE - 2);
            return table;
        }
    }

    private static Table run(int rising, int failAt) {
        Table table = Learned.TABLE.copy();
        table.failAt = failAt;
        for (int bucket = SPIKE - 1; bucket <= BUCKETS; bucket++) {
            try {
                call(table, rising, bucket);
            } catch (StoreException crash) {
                call(table, rising, bucket);
            }
        }
        return table;
    }

    /** What the function does when its schedule calls. */
    private static void call(Table table, int rising, int bucket) {
        Instant until = BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(bucket));
        Instant now = until.plus(BrandBuckets.LAG).plusSeconds(10);
        var trends =
                new TrackTrends(
                        (workspace, brand, from, to) -> counts(brand, rising, from, to),
                        table,
                        (workspace, brand, from, to) -> history(table, brand, from, to),
                        changes -> changes.forEach(change -> table.handed.add(change.id())),
                        TrackTrends.Reasons.NONE,
                        () -> now);
        var shocks =
                new TrackShocks(
                        table,
                        (workspace, brand, from, to) -> history(table, brand, from, to),
                        changes -> changes.forEach(change -> table.handed.add(change.id())));
        List<TrackTrends.Result> results = new ArrayList<>();
        for (int i = 0; i < BRANDS; i++) {
            results.add(trends.judge(WORKSPACE, Brand.named("brand" + i, "Brand " + i)));
        }
        List<PlatformSeries> platforms =
                results.stream().flatMap(result -> result.platforms().stream()).toList();
        shocks.track(WORKSPACE, platforms, until);
        results.forEach(trends::hand);
    }

    private static List<EpisodeChange> history(
            Table table, String brand, Instant from, Instant to) {
        return table.changes.values().stream()
                .filter(change -> change.episode().brand().equals(brand))
                .filter(change -> !change.at().isBefore(from) && change.at().isBefore(to))
                .toList();
    }

    private static List<CountDelta> counts(String brand, int rising, Instant from, Instant to) {
        int number = Integer.parseInt(brand.substring("brand".length()));
        List<CountDelta> counts = new ArrayList<>();
        long first = Math.max(0, Duration.between(BEGIN, from).dividedBy(BrandBuckets.BUCKET));
        long last = Duration.between(BEGIN, to).dividedBy(BrandBuckets.BUCKET);
        for (long bucket = first; bucket < Math.min(BUCKETS, last); bucket++) {
            Instant at = BEGIN.plus(BrandBuckets.BUCKET.multipliedBy(bucket));
            boolean raised = number < rising && bucket >= SPIKE && bucket < SPIKE + 12;
            var random = new Random(31 * bucket + number);
            long onX = (raised ? 90L : 15L) + random.nextInt(7);
            counts.add(
                    new CountDelta(
                            brand,
                            at,
                            new WindowCounts(Map.of("posts", onX + 5, "platform/x", onX))));
        }
        return counts;
    }

    private static List<Episode> ofAll(Table table) {
        return table.changes.values().stream()
                .map(EpisodeChange::episode)
                .filter(episode -> episode.brand().equals(Episode.ALL_BRANDS))
                .toList();
    }

    private static List<Episode> toldOfBrands(Table table) {
        Set<String> parts = Shock.parts(table.changes.values());
        return table.handed.stream()
                .map(table.changes::get)
                .map(change -> change.episode())
                .filter(episode -> !episode.brand().equals(Episode.ALL_BRANDS))
                .filter(episode -> !parts.contains(episode.id()))
                .filter(episode -> episode.version() == 1)
                .toList();
    }

    @Test
    void track_fiveOfEightBrandsAtOnce_isToldOnceForAllOfThem() {
        Table table = run(5, -1);

        assertThat(ofAll(table))
                .extracting(Episode::state)
                .containsExactly(EpisodeState.OPEN, EpisodeState.RESOLVED);
        Episode shock = ofAll(table).getFirst();
        assertThat(shock.kind()).isEqualTo(TrendKind.PLATFORM);
        assertThat(shock.key()).isEqualTo("x");
        assertThat(shock.ratio().value()).isBetween(4.0, 6.0);
        assertThat(shock.summary()).contains("at least 4 of 8 brands on x");
        assertThat(toldOfBrands(table)).isEmpty();
    }

    @Test
    void track_twoOfEightBrands_areToldEachByItself() {
        Table table = run(2, -1);

        assertThat(ofAll(table)).isEmpty();
        assertThat(toldOfBrands(table)).extracting(Episode::brand).contains("brand0", "brand1");
    }

    @Test
    void track_crashAnywhere_losesNothingAndKeepsOneShock() {
        Table undisturbed = run(5, -1);
        var random = new Random(3);
        for (int run = 0; run < 8; run++) {
            int at = undisturbed.writes - 1 - random.nextInt(undisturbed.writes);

            Table crashed = run(5, at);

            assertThat(crashed.changes).as("crash at write %d", at).isEqualTo(undisturbed.changes);
            assertThat(crashed.handed).containsAll(undisturbed.handed);
        }
    }
}
