package dev.earshot.aws.usage;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Counts what is used in the transaction that stores its result, so that it is counted if and only
 * if that is stored: under {@code BU#<ws>#<month>}, {@code <kind>#<shard>}, {@code n} the amount
 * and {@code u} millionths of a dollar. The shards keep transactions that count at the same time
 * from meeting in one item. Thread-safe if its source of randomness is.
 */
public final class UsageWrites {
    /** Of a hundred transactions a second, each of 10 ms, one in sixty meets another in one. */
    static final int SHARDS = 64;

    private final String table;
    private final Retention retention;
    private final RandomGenerator random;

    public UsageWrites(String table, Retention retention, RandomGenerator random) {
        this.table = table;
        this.retention = retention;
        this.random = random;
    }

    /** The action that counts what is used now. */
    public TransactWriteItem add(WorkspaceId workspace, UsageKind kind, Used used, Instant now) {
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(
                                        TableItem.key(
                                                Keys.usage(workspace, Budget.month(now)),
                                                letter(kind) + "#" + random.nextInt(SHARDS)))
                                .updateExpression("SET expiresAt = :e ADD n :n, u :u")
                                .expressionAttributeValues(values(used, now))
                                .build())
                .build();
    }

    private Map<String, AttributeValue> values(Used used, Instant now) {
        return Map.of(
                ":e", TableItem.number(retention.countExpiry(now)),
                ":n", TableItem.number(used.amount()),
                ":u", TableItem.number(used.microDollars()));
    }

    static String letter(UsageKind kind) {
        return switch (kind) {
            case POSTS -> "p";
            case PICTURES -> "i";
            case WORKER -> "w";
        };
    }
}
