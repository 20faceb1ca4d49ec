package dev.earshot.aws.trend;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeHistory;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Changes under {@code EC#<ws>#<brand>}, by time and id, for as long as results are kept.
 * Thread-safe.
 */
public final class DynamoEpisodeHistory implements EpisodeHistory {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;

    public DynamoEpisodeHistory(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    /** Adds a change; the same change, added again, is there once. */
    public void add(EpisodeChange change) {
        Failures.in(
                "keep a change of an episode",
                () -> client.putItem(put -> put.tableName(table).item(item(change))));
    }

    /** The item of a change, to be put in a transaction with the episode's own. */
    public Map<String, AttributeValue> item(EpisodeChange change) {
        return EpisodeChangeItem.write(change)
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()))
                .attributes();
    }

    @Override
    public List<EpisodeChange> changes(
            WorkspaceId workspace, String brand, Instant from, Instant to) {
        long now = clock.instant().getEpochSecond();
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk",
                                        TableItem.text(Keys.episodeChanges(workspace, brand)),
                                        ":from",
                                        TableItem.text(Keys.millis(from)),
                                        ":to",
                                        TableItem.text(Keys.millis(to) + "$")))
                        .build();
        return Failures.in(
                "read changes of episodes",
                () ->
                        client.queryPaginator(request).items().stream()
                                .map(TableItem::of)
                                .filter(item -> !item.expired(now))
                                .map(item -> EpisodeChangeItem.read(workspace, brand, item))
                                .filter(change -> !change.at().isBefore(from))
                                .filter(change -> change.at().isBefore(to))
                                .toList());
    }
}
