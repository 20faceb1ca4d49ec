package dev.earshot.aws.table;

import dev.earshot.aws.client.Failures;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes items that carry the version of a file as {@value #VERSION}, so that a later version is
 * never overwritten. Thread-safe.
 */
public final class VersionedPuts {
    /** The attribute that holds the version, in a form that sorts as versions follow each other. */
    public static final String VERSION = "w";

    private static final int VERSION_LENGTH = 64;

    private final DynamoDbClient client;
    private final String table;
    private final String purpose;

    /**
     * @param purpose what is attempted, for the message of a failure
     */
    public VersionedPuts(DynamoDbClient client, String table, String purpose) {
        this.client = client;
        this.table = table;
        this.purpose = purpose;
    }

    /**
     * Puts an item where the condition holds, in which {@code :w} is its version.
     *
     * @return false where it does not: what was to be written is out of date
     */
    public boolean put(TableItem item, String condition) {
        return replace(item, condition).isPresent();
    }

    /** Likewise; the item that was there before, without attributes if there was none. */
    public Optional<TableItem> replace(TableItem item, String condition) {
        try {
            return Optional.of(
                    TableItem.of(
                            client.putItem(
                                            put ->
                                                    put.tableName(table)
                                                            .item(item.attributes())
                                                            .conditionExpression(condition)
                                                            .returnValues(ReturnValue.ALL_OLD)
                                                            .expressionAttributeValues(
                                                                    Map.of(
                                                                            ":w",
                                                                            TableItem.text(
                                                                                    item.need(
                                                                                            VERSION)))))
                                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw Failures.because(purpose, e);
        }
    }

    /** S3's sequencers are compared from the left, the shorter filled up with zeros. */
    public static String padded(String version) {
        if (version.length() > VERSION_LENGTH) {
            throw new IllegalArgumentException(
                    "version must be at most 64 digits, got " + version.length());
        }
        return version.toUpperCase(Locale.ROOT) + "0".repeat(VERSION_LENGTH - version.length());
    }
}
