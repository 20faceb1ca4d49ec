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
import java.time.LocalDate;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Counts what is used in the transaction that stores its result, so that it is counted if and only
 * if that is stored: under {@code BU#<ws>#<month>}, {@code <kind>#<day>#<shard>}, {@code n} the
 * amount and {@code u} millionths of a dollar. The shards keep transactions that count at the same
 * time from meeting in one item. Thread-safe if its source of randomness is.
 */
public final class UsageWrites {
    /** Of a hundred transactions a second, each of 10 ms, one in sixteen meets another in one. */
    static final int SHARDS = 16;

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
                                                prefix(kind, Budget.day(now))
                                                        + random.nextInt(SHARDS)))
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

    /** How the sort keys of a kind begin. */
    static String prefix(UsageKind kind) {
        return letter(kind) + "#";
    }

    /** How those of a day do. */
    static String prefix(UsageKind kind, LocalDate day) {
        return prefix(kind) + day.getDayOfMonth() + "#";
    }

    static String letter(UsageKind kind) {
        return switch (kind) {
            case POSTS -> "p";
            case PICTURES -> "i";
            case WORKER -> "w";
        };
    }
}
