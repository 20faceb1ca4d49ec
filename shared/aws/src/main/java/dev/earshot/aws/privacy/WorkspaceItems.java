package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Goes through a workspace's items of some kinds, wherever their keys lie. Thread-safe. */
final class WorkspaceItems {
    private static final int SEGMENTS = 16;

    private final DynamoDbClient client;
    private final String table;

    WorkspaceItems(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** All items of these kinds, those that have expired too. */
    List<TableItem> of(WorkspaceId workspace, List<String> prefixes) {
        return Parallel.map(
                        IntStream.range(0, SEGMENTS).boxed().toList(),
                        segment -> segment(workspace, prefixes, segment))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<TableItem> segment(WorkspaceId workspace, List<String> prefixes, int segment) {
        var values = new HashMap<String, AttributeValue>();
        var conditions = new ArrayList<String>();
        for (int i = 0; i < prefixes.size(); i++) {
            String key = prefixes.get(i) + "#" + workspace;
            values.put(":whole" + i, TableItem.text(key));
            values.put(":begin" + i, TableItem.text(key + "#"));
            conditions.add("PK = :whole" + i + " OR begins_with(PK, :begin" + i + ")");
        }
        var request =
                ScanRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .segment(segment)
                        .totalSegments(SEGMENTS)
                        .filterExpression(String.join(" OR ", conditions))
                        .expressionAttributeValues(values)
                        .build();
        return Failures.in(
                "look for what is left of a person",
                () ->
                        client.scanPaginator(request).items().stream()
                                .map(attributes -> TableItem.of(new HashMap<>(attributes)))
                                .toList());
    }

    void put(TableItem item) {
        Failures.in(
                "remove what is left of a person",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    void delete(TableItem item) {
        Map<String, AttributeValue> key = TableItem.key(item.need(Keys.PK), item.need(Keys.SK));
        Failures.in(
                "remove what is left of a person",
                () -> client.deleteItem(delete -> delete.tableName(table).key(key)));
    }
}
