package dev.earshot.aws.usage;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.ConditionalPuts;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Adds up what {@link UsageWrites} counted. The limits are one item under {@code BU#<ws>}, {@code
 * A}: an attribute for each kind, those of a day with a {@code d} before it. A limit that was met
 * is {@code met#<kind>#<period>#<limit>} there. Thread-safe.
 */
public final class DynamoUsageStore implements UsageStore {
    private static final String DAILY = "d";

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;

    public DynamoUsageStore(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Used used(WorkspaceId workspace, UsageKind kind, YearMonth month) {
        return sum(Keys.usage(workspace, month), UsageWrites.prefix(kind));
    }

    @Override
    public Used used(WorkspaceId workspace, UsageKind kind, LocalDate day) {
        return sum(Keys.usage(workspace, YearMonth.from(day)), UsageWrites.prefix(kind, day));
    }

    private Used sum(String partition, String prefix) {
        return Partition.startingWith(client, table, partition, prefix, "read what was used")
                .stream()
                .map(item -> new Used(item.number("n", 0), item.number("u", 0)))
                .reduce(Used.NOTHING, Used::plus);
    }

    @Override
    public UsageLimits limits(WorkspaceId workspace) {
        var key = TableItem.key(Keys.usageLimits(workspace), Keys.ONLY);
        TableItem item =
                TableItem.of(
                        Failures.in(
                                        "read the limits of what is used",
                                        () ->
                                                client.getItem(
                                                        get ->
                                                                get.tableName(table)
                                                                        .consistentRead(true)
                                                                        .key(key)))
                                .item());
        UsageLimits limits = UsageLimits.NONE;
        for (UsageKind kind : UsageKind.values()) {
            String name = UsageWrites.letter(kind);
            if (item.has(name)) {
                limits = limits.with(kind, item.number(name, 0));
            }
            if (item.has(DAILY + name)) {
                limits = limits.withDaily(kind, item.number(DAILY + name, 0));
            }
        }
        return limits;
    }

    @Override
    public void limit(WorkspaceId workspace, UsageLimits limits) {
        TableItem item = TableItem.at(Keys.usageLimits(workspace), Keys.ONLY);
        limits.monthly().forEach((kind, limit) -> item.with(UsageWrites.letter(kind), limit));
        limits.daily().forEach((kind, limit) -> item.with(DAILY + UsageWrites.letter(kind), limit));
        Failures.in(
                "keep the limits of what is used",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    @Override
    public boolean met(WorkspaceId workspace, UsageKind kind, String period, long limit) {
        String place = "met#" + UsageWrites.letter(kind) + "#" + period + "#" + limit;
        TableItem item =
                TableItem.at(Keys.usageLimits(workspace), place)
                        .with(Keys.EXPIRES_AT, retention.countExpiry(clock.instant()));
        return ConditionalPuts.put(
                client,
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(PK)"),
                "note that a limit was met");
    }
}
