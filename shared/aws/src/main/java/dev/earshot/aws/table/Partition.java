package dev.earshot.aws.table;

import dev.earshot.aws.client.Failures;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads partitions, strongly consistent. */
public final class Partition {
    /** Comes after every sort key that is made of digits and letters. */
    public static final String END = "~";

    private Partition() {}

    /**
     * All items of a partition in the order of their sort keys; those that are past their time too,
     * until the table has removed them.
     *
     * @param purpose the attempted action, for error messages
     */
    public static List<TableItem> all(
            DynamoDbClient client, String table, String partition, String purpose) {
        return read(
                client,
                keyed(table, "PK = :pk", Map.of(":pk", TableItem.text(partition))),
                purpose);
    }

    /**
     * Those alone whose sort key begins with a prefix, which may be empty, otherwise as {@link
     * #all}.
     */
    public static List<TableItem> startingWith(
            DynamoDbClient client, String table, String partition, String prefix, String purpose) {
        if (prefix.isEmpty()) {
            return all(client, table, partition, purpose);
        }
        return read(
                client,
                keyed(
                        table,
                        "PK = :pk AND begins_with(SK, :sk)",
                        Map.of(
                                ":pk", TableItem.text(partition),
                                ":sk", TableItem.text(prefix))),
                purpose);
    }

    /**
     * At most {@code limit} items whose sort keys come before a key, the last first, without those
     * that are past their time.
     *
     * @param before exclusive; {@link #END} for the last of all
     */
    public static List<TableItem> newest(
            DynamoDbClient client,
            String table,
            String partition,
            String before,
            int limit,
            Instant now,
            String purpose) {
        List<TableItem> items = new ArrayList<>();
        Map<String, AttributeValue> next = Map.of();
        do {
            QueryRequest.Builder request =
                    keyed(
                                    table,
                                    "PK = :pk AND SK < :before",
                                    Map.of(
                                            ":pk", TableItem.text(partition),
                                            ":before", TableItem.text(before),
                                            ":now", TableItem.number(now.getEpochSecond())))
                            .scanIndexForward(false)
                            .filterExpression("expiresAt > :now")
                            .limit(limit - items.size());
            if (!next.isEmpty()) {
                request.exclusiveStartKey(next);
            }
            var response = Failures.in(purpose, () -> client.query(request.build()));
            response.items().forEach(item -> items.add(TableItem.of(item)));
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty() && items.size() < limit);
        return items;
    }

    private static QueryRequest.Builder keyed(
            String table, String condition, Map<String, AttributeValue> values) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(condition)
                .expressionAttributeValues(values);
    }

    private static List<TableItem> read(
            DynamoDbClient client, QueryRequest.Builder request, String purpose) {
        return Failures.in(
                purpose,
                () ->
                        client.queryPaginator(request.build()).items().stream()
                                .map(TableItem::of)
                                .toList());
    }
}
