package dev.earshot.aws.table;

import dev.earshot.aws.client.Failures;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.List;
import java.util.Map;

/** Reads whole partitions. */
public final class Partition {
    private Partition() {}

    /**
     * All items of a partition in the order of their sort keys, strongly consistent; those that are
     * past their time too, until the table has removed them.
     *
     * @param purpose the attempted action, for error messages
     */
    public static List<TableItem> all(
            DynamoDbClient client, String table, String partition, String purpose) {
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", TableItem.text(partition)))
                        .build();
        return Failures.in(
                purpose,
                () -> client.queryPaginator(request).items().stream().map(TableItem::of).toList());
    }
}
