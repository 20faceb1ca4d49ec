package dev.earshot.aws.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes items that carry the version of a file as {@value #VERSION}, so that a later version is
 * never overwritten. Thread-safe.
 */
public final class VersionedPuts {
    /** The attribute that holds the version, in a form that sorts in version order. */
    public static final String VERSION = "w";

    private static final int VERSION_LENGTH = 64;

    private final DynamoDbClient client;
    private final String table;
    private final String purpose;

    /**
     * @param purpose the attempted action, for error messages
     */
    public VersionedPuts(DynamoDbClient client, String table, String purpose) {
        this.client = client;
        this.table = table;
        this.purpose = purpose;
    }

    /**
     * Puts an item if the condition holds; {@code :w} in the condition is the item's version.
     *
     * @return false if it does not, because the item is out of date
     */
    public boolean put(TableItem item, String condition) {
        return replace(item, condition).isPresent();
    }

    /**
     * Puts like {@link #put} and returns the previous item, without attributes if there was none;
     * empty if the condition does not hold.
     */
    public Optional<TableItem> replace(TableItem item, String condition) {
        return ConditionalPuts.replace(
                client,
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression(condition)
                        .expressionAttributeValues(
                                Map.of(":w", TableItem.text(item.need(VERSION)))),
                purpose);
    }

    /**
     * Pads a version for comparison: S3's sequencers are compared from the left, the shorter padded
     * with zeros.
     */
    public static String padded(String version) {
        if (version.length() > VERSION_LENGTH) {
            throw new IllegalArgumentException(
                    "version must be at most 64 digits, got " + version.length());
        }
        return version.toUpperCase(Locale.ROOT) + "0".repeat(VERSION_LENGTH - version.length());
    }
}
