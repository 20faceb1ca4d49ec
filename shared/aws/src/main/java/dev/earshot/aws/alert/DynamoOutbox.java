package dev.earshot.aws.alert;

import dev.earshot.alerts.decision.RuleMemory;
import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.outbox.Alert;
import dev.earshot.alerts.outbox.Outbox;
import dev.earshot.alerts.outbox.Work;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The outbox in the table: work under {@code AO#<shard>}, in the order in which it is due; rules'
 * memories under {@code AM#<ws>#<episode>}; alerts under {@code AL#<ws>}; deliveries under {@code
 * AV#<ws>#<alert>}, each written in one transaction with the work that attempts it. Thread-safe.
 */
public final class DynamoOutbox implements Outbox {
    /** Work of one minute spreads over these. */
    private static final int SHARDS = 8;

    private static final String NEW = "attribute_not_exists(PK)";

    private final DynamoDbClient client;
    private final AlertTable items;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * @param tokens gives names that are never given twice
     */
    public DynamoOutbox(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            Supplier<String> tokens) {
        this.client = client;
        this.items = new AlertTable(client, table, clock);
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.tokens = tokens;
    }

    @Override
    public void schedule(Work work) {
        Failures.in(
                "schedule work",
                () -> client.putItem(put -> put.tableName(table).item(item(work).attributes())));
    }

    @Override
    public void done(Work work) {
        Failures.in(
                "forget work",
                () -> client.deleteItem(delete -> delete.tableName(table).key(key(work))));
    }

    @Override
    public List<Work> due(Instant time, int limit) {
        List<Work> due = new ArrayList<>();
        // Every line that begins with a time up to this one sorts before it.
        String end = Keys.millis(time) + "$";
        for (int shard = 0; shard < SHARDS; shard++) {
            String partition = Keys.alertWork(shard);
            var request =
                    QueryRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .keyConditionExpression("PK = :pk AND SK < :end")
                            .expressionAttributeValues(
                                    Map.of(
                                            ":pk", TableItem.text(partition),
                                            ":end", TableItem.text(end)))
                            .limit(Math.ceilDiv(limit, SHARDS))
                            .build();
            Failures.in("find work", () -> client.query(request)).items().stream()
                    .map(item -> TableItem.of(item).need(Keys.SK))
                    .flatMap(line -> Work.read(line).stream())
                    .forEach(due::add);
        }
        return due.stream().sorted(Comparator.comparing(Work::due)).toList();
    }

    @Override
    public Map<String, RuleMemory> memories(WorkspaceId workspace, String episode) {
        Map<String, RuleMemory> memories = new HashMap<>();
        for (TableItem item : items.all(Keys.alertMemory(workspace, episode))) {
            memories.put(item.need(Keys.SK), RuleMemory.read(item.need("m")));
        }
        return memories;
    }

    @Override
    public boolean remember(
            WorkspaceId workspace,
            String episode,
            String rule,
            RuleMemory before,
            RuleMemory after) {
        TableItem item =
                TableItem.at(Keys.alertMemory(workspace, episode), rule)
                        .with("m", after.written())
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        boolean first = before.equals(RuleMemory.NONE);
        return AlertTable.unlessRefused(
                () ->
                        client.putItem(
                                put -> {
                                    put.tableName(table)
                                            .item(item.attributes())
                                            .conditionExpression(first ? NEW : "m = :before");
                                    if (!first) {
                                        put.expressionAttributeValues(
                                                Map.of(
                                                        ":before",
                                                        TableItem.text(before.written())));
                                    }
                                }));
    }

    @Override
    public void put(Alert alert) {
        TableItem item =
                AlertItem.write(alert)
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        AlertTable.unlessRefused(
                () ->
                        client.putItem(
                                put ->
                                        put.tableName(table)
                                                .item(item.attributes())
                                                .conditionExpression(NEW)));
    }

    @Override
    public boolean begin(Delivery delivery) {
        return items.together(
                List.of(
                        items.put(item(delivery), NEW, Map.of()),
                        items.put(item(Work.attempt(delivery)), "", Map.of())));
    }

    @Override
    public Optional<Alert> alert(WorkspaceId workspace, String id) {
        return items.one(Keys.alerts(workspace), id).map(item -> AlertItem.read(workspace, item));
    }

    @Override
    public List<Alert> list(
            WorkspaceId workspace, Optional<String> brand, Optional<String> before, int limit) {
        List<Alert> found = new ArrayList<>();
        Map<String, AttributeValue> next = Map.of();
        do {
            Map<String, AttributeValue> values = new HashMap<>();
            values.put(":pk", TableItem.text(Keys.alerts(workspace)));
            values.put(":before", TableItem.text(before.orElse("~"))); // sorts after every id
            values.put(":now", TableItem.number(clock.instant().getEpochSecond()));
            brand.ifPresent(id -> values.put(":brand", TableItem.text(id)));
            var request =
                    QueryRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .keyConditionExpression("PK = :pk AND SK < :before")
                            .filterExpression(
                                    brand.isEmpty()
                                            ? "expiresAt > :now"
                                            : "expiresAt > :now AND b = :brand")
                            .expressionAttributeValues(values);
            if (!next.isEmpty()) {
                request.exclusiveStartKey(next);
            }
            var response = Failures.in("list alerts", () -> client.query(request.build()));
            response.items().stream()
                    .limit((long) limit - found.size())
                    .forEach(item -> found.add(AlertItem.read(workspace, TableItem.of(item))));
            next = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!next.isEmpty() && found.size() < limit);
        return List.copyOf(found);
    }

    @Override
    public List<Delivery> deliveries(WorkspaceId workspace, String alert) {
        return items.all(Keys.deliveries(workspace, alert)).stream()
                .map(item -> DeliveryItem.read(workspace, alert, item))
                .toList();
    }

    @Override
    public Optional<Claim> claim(Work work, Duration lease) {
        Instant now = clock.instant();
        String token = tokens.get();
        try {
            var response =
                    Failures.in(
                            "take a delivery",
                            () ->
                                    client.updateItem(
                                            update ->
                                                    update.tableName(table)
                                                            .key(
                                                                    TableItem.key(
                                                                            Keys.deliveries(
                                                                                    work
                                                                                            .workspace(),
                                                                                    work.subject()),
                                                                            work.detail()))
                                                            .updateExpression(
                                                                    "SET lt = :token, lu = :end")
                                                            .conditionExpression(
                                                                    "du <= :now AND"
                                                                            + " (attribute_not_exists(lu)"
                                                                            + " OR lu <= :now)")
                                                            .expressionAttributeValues(
                                                                    Map.of(
                                                                            ":token",
                                                                            TableItem.text(token),
                                                                            ":end",
                                                                            millis(now.plus(lease)),
                                                                            ":now",
                                                                            millis(now)))
                                                            .returnValues(ReturnValue.ALL_NEW)));
            return Optional.of(
                    new Claim(
                            DeliveryItem.read(
                                    work.workspace(),
                                    work.subject(),
                                    TableItem.of(response.attributes())),
                            token));
        } catch (StoreException e) {
            if (e.getCause() instanceof ConditionalCheckFailedException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean finish(Claim claim, Delivery after) {
        return move(
                claim.delivery(),
                after,
                "lt = :token",
                Map.of(":token", TableItem.text(claim.token())));
    }

    @Override
    public Optional<Work> again(WorkspaceId workspace, String alert, String key) {
        Optional<Delivery> known =
                items.one(Keys.deliveries(workspace, alert), key)
                        .map(item -> DeliveryItem.read(workspace, alert, item));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Delivery before = known.get();
        Delivery after = before.again(now);
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":now", millis(now));
        values.put(":n", TableItem.number(before.attempts()));
        before.due().ifPresent(due -> values.put(":due", millis(due)));
        String unchanged =
                "n = :n AND (attribute_not_exists(lu) OR lu <= :now) AND "
                        + (before.due().isPresent() ? "du = :due" : "attribute_not_exists(du)");
        return move(before, after, unchanged, values)
                ? Optional.of(Work.attempt(after))
                : Optional.empty();
    }

    /** Replaces a delivery, without a lease, and its work. */
    private boolean move(
            Delivery before, Delivery after, String condition, Map<String, AttributeValue> values) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(items.put(item(after), condition, values));
        Optional<Work> old = before.due().map(due -> Work.attempt(before));
        Optional<Work> next = after.due().map(due -> Work.attempt(after));
        if (!old.equals(next)) { // A transaction may touch an item once.
            old.ifPresent(
                    work ->
                            writes.add(
                                    TransactWriteItem.builder()
                                            .delete(
                                                    Delete.builder()
                                                            .tableName(table)
                                                            .key(key(work))
                                                            .build())
                                            .build()));
            next.ifPresent(work -> writes.add(items.put(item(work), "", Map.of())));
        }
        return items.together(writes);
    }

    private TableItem item(Delivery delivery) {
        return DeliveryItem.write(delivery)
                .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
    }

    private TableItem item(Work work) {
        return TableItem.at(partition(work), work.written())
                .with(Keys.EXPIRES_AT, retention.resultExpiry(work.due()));
    }

    private static Map<String, AttributeValue> key(Work work) {
        return TableItem.key(partition(work), work.written());
    }

    private static String partition(Work work) {
        int hash = (work.workspace() + "#" + work.subject() + "#" + work.detail()).hashCode();
        return Keys.alertWork(Math.floorMod(hash, SHARDS));
    }

    private static AttributeValue millis(Instant time) {
        return TableItem.number(time.toEpochMilli());
    }
}
