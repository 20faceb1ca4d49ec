package dev.earshot.aws.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.series.SeriesState;
import dev.earshot.trends.spike.BucketState;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class DynamoSeriesStoreTest {
    private static final Instant NOON = Episodes.NOON;

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final DynamoSeriesStore store =
            new DynamoSeriesStore(dynamo, table, Retention.STANDARD, clock);
    private final DynamoEpisodeHistory history =
            new DynamoEpisodeHistory(dynamo, table, Retention.STANDARD, clock);

    @Test
    void all_ofABrand_areTheLastVersionsAsTheyWereSaved() {
        SeriesState mentions = state(TrendKind.MENTIONS, "", 1, Optional.empty());
        SeriesState reddit = state(TrendKind.PLATFORM, "reddit", 1, Optional.of(NOON));
        SeriesState later = state(TrendKind.MENTIONS, "", 2, Optional.of(NOON));

        assertThat(save("acme", mentions)).isTrue();
        assertThat(save("acme", reddit)).isTrue();
        assertThat(save("acme", later)).isTrue();

        assertThat(store.all(Episodes.WORKSPACE, "acme")).containsExactly(later, reddit);
        assertThat(store.all(Episodes.WORKSPACE, "zenith")).isEmpty();
        assertThat(store.all(new WorkspaceId("other"), "acme")).isEmpty();
    }

    @Test
    void all_ofAllBrandsTogether_areApartFromThoseOfEach() {
        SeriesState shock = state(TrendKind.PLATFORM, "x", 1, Optional.empty());

        assertThat(save(Episode.ALL_BRANDS, shock)).isTrue();

        assertThat(store.all(Episodes.WORKSPACE, Episode.ALL_BRANDS)).containsExactly(shock);
        assertThat(store.all(Episodes.WORKSPACE, "acme")).isEmpty();
    }

    @Test
    void save_ofAReplacedState_writesNeitherTheSeriesNorItsChanges() {
        SeriesState first = state(TrendKind.MENTIONS, "", 1, Optional.empty());
        save("acme", first);
        EpisodeChange open = Episodes.open("acme", 30, 10);

        assertThat(store.save(Episodes.WORKSPACE, "acme", first, List.of(open))).isFalse();
        assertThat(
                        store.save(
                                Episodes.WORKSPACE,
                                "acme",
                                state(TrendKind.MENTIONS, "", 3, Optional.empty()),
                                List.of(open)))
                .isFalse();

        assertThat(store.all(Episodes.WORKSPACE, "acme")).containsExactly(first);
        assertThat(changes()).isEmpty();
    }

    @Test
    void save_withChanges_keepsThemBesideTheSeries() {
        EpisodeChange open = Episodes.open("acme", 30, 10);

        store.save(
                Episodes.WORKSPACE,
                "acme",
                state(TrendKind.MENTIONS, "", 1, Optional.of(open.at())),
                List.of(open));

        assertThat(changes()).containsExactly(open);
    }

    private boolean save(String brand, SeriesState state) {
        return store.save(Episodes.WORKSPACE, brand, state, List.of());
    }

    private List<EpisodeChange> changes() {
        return history.changes(Episodes.WORKSPACE, "acme", NOON, NOON.plus(Duration.ofDays(1)));
    }

    private static SeriesState state(
            TrendKind kind, String key, long version, Optional<Instant> unhanded) {
        return new SeriesState(
                kind, key, "AQID", NOON, 12, 3.25, 1e6, BucketState.GREW, 2.5, unhanded, version);
    }
}
