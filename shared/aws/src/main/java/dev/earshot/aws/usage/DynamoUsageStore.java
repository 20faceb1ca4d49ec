package dev.earshot.aws.usage;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.UsageStore;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what {@link UsageWrites} counted; the limits are one item under {@code BU#<ws>}, {@code
 * A}, an attribute each. Thread-safe.
 */
public final class DynamoUsageStore implements UsageStore {
    private final DynamoDbClient client;
    private final String table;

    public DynamoUsageStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Map<UsageKind, Used> used(WorkspaceId workspace, YearMonth month) {
        List<TableItem> items =
                Partition.all(client, table, Keys.usage(workspace, month), "read what was used");
        var sums = new EnumMap<UsageKind, Used>(UsageKind.class);
        for (UsageKind kind : UsageKind.values()) {
            String prefix = UsageWrites.letter(kind) + "#";
            items.stream()
                    .filter(item -> item.need(Keys.SK).startsWith(prefix))
                    .map(item -> new Used(item.number("n", 0), item.number("u", 0)))
                    .forEach(used -> sums.merge(kind, used, Used::plus));
        }
        return sums;
    }

    @Override
    public UsageLimits limits(WorkspaceId workspace) {
        TableItem item =
                TableItem.of(
                        Failures.in(
                                        "read the limits of what is used",
                                        () ->
                                                client.getItem(
                                                        get ->
                                                                get.tableName(table)
                                                                        .consistentRead(true)
                                                                        .key(
                                                                                TableItem.key(
                                                                                        Keys
                                                                                                .usageLimits(
                                                                                                        workspace),
                                                                                        Keys
                                                                                                .ONLY))))
                                .item());
        UsageLimits limits = UsageLimits.NONE;
        for (UsageKind kind : UsageKind.values()) {
            String name = UsageWrites.letter(kind);
            if (item.has(name)) {
                limits = limits.with(kind, item.number(name, 0));
            }
        }
        return limits;
    }

    @Override
    public void limit(WorkspaceId workspace, UsageLimits limits) {
        TableItem item = TableItem.at(Keys.usageLimits(workspace), Keys.ONLY);
        limits.units().forEach((kind, limit) -> item.with(UsageWrites.letter(kind), limit));
        Failures.in(
                "keep the limits of what is used",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }
}
