package dev.earshot.aws.trend;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.series.TopicState;
import dev.earshot.trends.series.TopicStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Topics under {@code TP#<ws>#<brand>}, one item of at most some 60 KB: {@code m} the watch's
 * memory, {@code u} until, {@code h} unhanded since, {@code v} version. Thread-safe.
 */
public final class DynamoTopicStore implements TopicStore {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final EpisodeWrites writes;

    public DynamoTopicStore(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.writes =
                new EpisodeWrites(
                        client, table, new DynamoEpisodeHistory(client, table, retention, clock));
    }

    @Override
    public Optional<TopicState> find(WorkspaceId workspace, String brand) {
        long now = clock.instant().getEpochSecond();
        Map<String, AttributeValue> key =
                TableItem.at(Keys.topics(workspace, brand), Keys.ONLY).attributes();
        return Failures.in(
                "read the topics of a brand",
                () ->
                        Optional.of(
                                        client.getItem(
                                                get ->
                                                        get.tableName(table)
                                                                .key(key)
                                                                .consistentRead(true)))
                                .filter(GetItemResponse::hasItem)
                                .map(found -> TableItem.of(found.item()))
                                .filter(item -> !item.expired(now))
                                .map(DynamoTopicStore::state));
    }

    @Override
    public boolean save(
            WorkspaceId workspace, String brand, TopicState next, List<EpisodeChange> changes) {
        TableItem item =
                TableItem.at(Keys.topics(workspace, brand), Keys.ONLY)
                        .with("m", next.bytes())
                        .with("u", NumberText.instant(next.until()))
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        next.unhanded().ifPresent(at -> item.with("h", NumberText.instant(at)));
        return writes.replace("topics", item, next.version(), changes);
    }

    private static TopicState state(TableItem item) {
        return TopicState.of(
                item.bytes("m"),
                NumberText.instant(item.need("u")),
                item.has("h") ? Optional.of(NumberText.instant(item.need("h"))) : Optional.empty(),
                item.number("v", 0));
    }
}
