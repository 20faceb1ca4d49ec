package dev.earshot.aws.table;

import dev.earshot.aws.client.Failures;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.util.Map;
import java.util.Optional;

/** Puts that are made only if a condition holds. */
public final class ConditionalPuts {
    private ConditionalPuts() {}

    /**
     * Puts an item if the condition holds.
     *
     * @param put names the table, the item and the condition
     * @param purpose the attempted action, for error messages
     * @return false if the condition does not hold
     */
    public static boolean put(DynamoDbClient client, PutItemRequest.Builder put, String purpose) {
        return replace(client, put, purpose).isPresent();
    }

    /**
     * Puts like {@link #put} and returns the previous item, without attributes if there was none;
     * empty if the condition does not hold.
     */
    static Optional<TableItem> replace(
            DynamoDbClient client, PutItemRequest.Builder put, String purpose) {
        PutItemRequest request = put.returnValues(ReturnValue.ALL_OLD).build();
        try {
            return Optional.of(TableItem.of(client.putItem(request).attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw Failures.because(purpose, e);
        }
    }

    /**
     * Puts an item whose versions are counted 1, 2, 3 and so on as {@code v}.
     *
     * @return false if the version before it is not the one that is there
     */
    public static boolean next(
            DynamoDbClient client, String table, TableItem item, String purpose) {
        long version = item.number("v", 1);
        var put = PutItemRequest.builder().tableName(table).item(item.attributes());
        if (version == 1) {
            put.conditionExpression("attribute_not_exists(PK)");
        } else {
            put.conditionExpression("v = :before")
                    .expressionAttributeValues(Map.of(":before", TableItem.number(version - 1)));
        }
        return put(client, put, purpose);
    }
}
