package dev.earshot.aws.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.testkit.Episodes;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.series.TopicState;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class DynamoTopicStoreTest {
    private static final Instant NOON = Episodes.NOON;

    private final DynamoDbClient dynamo = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(dynamo);
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final DynamoTopicStore store =
            new DynamoTopicStore(dynamo, table, Retention.STANDARD, clock);
    private final DynamoEpisodeHistory history =
            new DynamoEpisodeHistory(dynamo, table, Retention.STANDARD, clock);

    @Test
    void find_ofABrand_isTheLastVersionAsItWasSaved() {
        TopicState first = state(1, Optional.empty());
        TopicState later = state(2, Optional.of(NOON));

        assertThat(store.save(Episodes.WORKSPACE, "acme", first, List.of())).isTrue();
        assertThat(store.save(Episodes.WORKSPACE, "acme", later, List.of())).isTrue();

        assertThat(store.find(Episodes.WORKSPACE, "acme")).contains(later);
        assertThat(store.find(Episodes.WORKSPACE, "zenith")).isEmpty();
        assertThat(store.find(new WorkspaceId("other"), "acme")).isEmpty();
    }

    @Test
    void save_ofAReplacedState_writesNeitherItNorItsChanges() {
        TopicState first = state(1, Optional.empty());
        store.save(Episodes.WORKSPACE, "acme", first, List.of());
        EpisodeChange open = Episodes.open("acme", 30, 10);

        assertThat(store.save(Episodes.WORKSPACE, "acme", first, List.of(open))).isFalse();

        assertThat(changes()).isEmpty();
        store.save(Episodes.WORKSPACE, "acme", state(2, Optional.empty()), List.of(open));
        assertThat(changes()).containsExactly(open);
    }

    private List<EpisodeChange> changes() {
        return history.changes(Episodes.WORKSPACE, "acme", NOON, NOON.plus(Duration.ofDays(1)));
    }

    private static TopicState state(long version, Optional<Instant> unhanded) {
        return TopicState.of(new byte[] {1, 2, 3}, NOON, unhanded, version);
    }
}
