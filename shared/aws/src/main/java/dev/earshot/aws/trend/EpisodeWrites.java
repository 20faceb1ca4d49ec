package dev.earshot.aws.trend;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.TableItem;
import dev.earshot.trends.episode.EpisodeChange;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces an item with a version {@code v} in one transaction with the changes of episodes that it
 * brought about. Thread-safe.
 */
final class EpisodeWrites {
    private static final int MOST_CHANGES = 90;

    private final DynamoDbClient client;
    private final String table;
    private final DynamoEpisodeHistory history;

    EpisodeWrites(DynamoDbClient client, String table, DynamoEpisodeHistory history) {
        this.client = client;
        this.table = table;
        this.history = history;
    }

    /**
     * Replaces the item, and adds the changes.
     *
     * @param what is kept, for the message of a failure
     * @param item without its version
     * @param version one more than that of the item which it replaces
     * @return false if somebody else has replaced that; then nothing was written
     */
    boolean replace(String what, TableItem item, long version, List<EpisodeChange> changes) {
        // Older ones of so many go first: they may be put twice, and are then the same.
        int early = Math.max(0, changes.size() - MOST_CHANGES);
        changes.subList(0, early).forEach(history::add);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(item.with("v", version), version));
        for (EpisodeChange change : changes.subList(early, changes.size())) {
            writes.add(
                    TransactWriteItem.builder()
                            .put(put -> put.tableName(table).item(history.item(change)))
                            .build());
        }
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream()
                    .anyMatch(why -> "ConditionalCheckFailed".equals(why.code()))) {
                return false;
            }
            throw Failures.because("keep " + what, e);
        } catch (SdkException e) {
            throw Failures.because("keep " + what, e);
        }
    }

    private TransactWriteItem put(TableItem item, long version) {
        Put.Builder put = Put.builder().tableName(table).item(item.attributes());
        if (version == 1) {
            put.conditionExpression("attribute_not_exists(PK)");
        } else {
            put.conditionExpression("v = :before")
                    .expressionAttributeValues(Map.of(":before", TableItem.number(version - 1)));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
