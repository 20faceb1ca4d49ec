package dev.earshot.aws.alert;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and conditional writes of the items of alerts. Thread-safe. */
final class AlertTable {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    AlertTable(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    TransactWriteItem put(TableItem item, String condition, Map<String, AttributeValue> values) {
        Put.Builder put = Put.builder().tableName(table).item(item.attributes());
        if (!condition.isEmpty()) {
            put.conditionExpression(condition);
        }
        if (!values.isEmpty()) {
            put.expressionAttributeValues(values);
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    boolean together(List<TransactWriteItem> writes) {
        try {
            Failures.in(
                    "write a delivery",
                    () -> client.transactWriteItems(request -> request.transactItems(writes)));
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof TransactionCanceledException canceled
                    && canceled.cancellationReasons().stream()
                            .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                return false;
            }
            throw e;
        }
    }

    static boolean unlessRefused(Supplier<?> call) {
        try {
            Failures.in("write about an alert", call);
            return true;
        } catch (StoreException e) {
            if (e.getCause() instanceof ConditionalCheckFailedException) {
                return false;
            }
            throw e;
        }
    }

    Optional<TableItem> one(String partition, String sort) {
        var response =
                Failures.in(
                        "read about an alert",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(TableItem.key(partition, sort))));
        return response.hasItem()
                ? Optional.of(TableItem.of(response.item())).filter(this::live)
                : Optional.empty();
    }

    List<TableItem> all(String partition) {
        return Partition.all(client, table, partition, "read about alerts").stream()
                .filter(this::live)
                .toList();
    }

    private boolean live(TableItem item) {
        return !item.expired(clock.instant().getEpochSecond());
    }
}
