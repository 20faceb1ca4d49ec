package dev.earshot.aws.table;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.influence.score.ScoreStore.Board;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes items in batches; expired items read as absent. Thread-safe. */
public final class TableBatches {
    /**
     * <a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">limit</a>.
     */
    private static final int WRITES = 25;

    /**
     * <a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">limit</a>.
     */
    private static final int READS = 100;

    /** Places read per call when a filter may drop some. */
    private static final int FILTERED_PAGE = 1_000;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final Backoff backoff;
    private final String what;

    /**
     * @param what the kind of data, for error messages
     */
    public TableBatches(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            Backoff backoff,
            String what) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.backoff = backoff;
        this.what = what;
    }

    public void put(List<Map<String, AttributeValue>> items) {
        write(
                items.stream()
                        .map(
                                item ->
                                        WriteRequest.builder()
                                                .putRequest(put -> put.item(item))
                                                .build())
                        .toList());
    }

    public void delete(List<Map<String, AttributeValue>> keys) {
        write(
                keys.stream()
                        .distinct()
                        .map(
                                key ->
                                        WriteRequest.builder()
                                                .deleteRequest(delete -> delete.key(key))
                                                .build())
                        .toList());
    }

    private void write(List<WriteRequest> writes) {
        for (int start = 0; start < writes.size(); start += WRITES) {
            List<WriteRequest> open =
                    writes.subList(start, Math.min(writes.size(), start + WRITES));
            for (int attempt = 0; !open.isEmpty(); attempt++) {
                if (attempt > 0) {
                    backoff.pause(attempt, "write " + open.size() + " items");
                }
                var request =
                        BatchWriteItemRequest.builder().requestItems(Map.of(table, open)).build();
                var response = Failures.in("write " + what, () -> client.batchWriteItem(request));
                open = response.unprocessedItems().getOrDefault(table, List.of());
            }
        }
    }

    /** Items by {@code <PK> <SK>}, strongly consistent. */
    public Map<String, TableItem> get(List<Map<String, AttributeValue>> keys) {
        var found = new HashMap<String, TableItem>();
        long now = clock.instant().getEpochSecond();
        List<Map<String, AttributeValue>> distinct = keys.stream().distinct().toList();
        for (int start = 0; start < distinct.size(); start += READS) {
            List<Map<String, AttributeValue>> open =
                    distinct.subList(start, Math.min(distinct.size(), start + READS));
            for (int attempt = 0; !open.isEmpty(); attempt++) {
                if (attempt > 0) {
                    backoff.pause(attempt, "read " + open.size() + " items");
                }
                var wanted = KeysAndAttributes.builder().keys(open).consistentRead(true).build();
                var request =
                        BatchGetItemRequest.builder().requestItems(Map.of(table, wanted)).build();
                var response = Failures.in("read " + what, () -> client.batchGetItem(request));
                for (Map<String, AttributeValue> attributes :
                        response.responses().getOrDefault(table, List.of())) {
                    TableItem item = TableItem.of(attributes);
                    if (!item.expired(now)) {
                        found.put(item.need(Keys.PK) + " " + item.need(Keys.SK), item);
                    }
                }
                KeysAndAttributes rest = response.unprocessedKeys().get(table);
                open = rest == null ? List.of() : rest.keys();
            }
        }
        return found;
    }

    /**
     * All of a partition whose sort key begins with {@code prefix}, ascending, strongly consistent.
     */
    public List<TableItem> query(String partition, String prefix) {
        long now = clock.instant().getEpochSecond();
        return Partition.startingWith(client, table, partition, prefix, "read scores").stream()
                .filter(item -> !item.expired(now))
                .toList();
    }

    /**
     * One page of a leaderboard.
     *
     * @param last the sort key that was reached; empty at the end of the board
     */
    public record Page(List<TableItem> items, Optional<String> last) {}

    /** The next places after a sort key that pass a query's filters. */
    public Page page(String partition, String after, Board query) {
        var values = new LinkedHashMap<String, AttributeValue>();
        values.put(":pk", TableItem.text(partition));
        values.put(":now", TableItem.number(clock.instant().getEpochSecond()));
        String filter = "expiresAt > :now";
        if (query.platform().isPresent()) {
            filter += " AND pf = :platform";
            values.put(":platform", TableItem.text(query.platform().get().key()));
        }
        if (query.minFollowers().isPresent()) {
            filter += " AND fo >= :followers";
            values.put(":followers", TableItem.number(query.minFollowers().getAsLong()));
        }
        boolean filtered = query.platform().isPresent() || query.minFollowers().isPresent();
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk")
                        .filterExpression(filter)
                        .expressionAttributeValues(values)
                        .limit(filtered ? FILTERED_PAGE : query.limit() + 1);
        if (!after.isEmpty()) {
            request.exclusiveStartKey(TableItem.key(partition, after));
        }
        QueryResponse response =
                Failures.in("read a leaderboard", () -> client.query(request.build()));
        return new Page(
                response.items().stream().map(TableItem::of).toList(),
                response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()
                        ? Optional.of(TableItem.of(response.lastEvaluatedKey()).need(Keys.SK))
                        : Optional.empty());
    }
}
