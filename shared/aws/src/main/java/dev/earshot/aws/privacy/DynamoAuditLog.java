package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.ConditionalPuts;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The log under {@code AU#<ws>}, {@code N#} and 15 digits of the number: {@code t}, {@code by},
 * {@code ac} action, {@code su} subject, {@code why}, {@code m} granted, {@code b} the hash before
 * and {@code h} the hash. A line is put on condition that its number is free, so two writers can't
 * follow on the same line. Thread-safe.
 */
public final class DynamoAuditLog implements AuditLog {
    private static final String LINE = "N#";

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final Backoff backoff;

    /**
     * @param random for the delay between attempts; must be safe for use by several threads
     */
    public DynamoAuditLog(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.backoff = new Backoff(random);
    }

    @Override
    public void add(WorkspaceId workspace, AuditUse use) {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "add a line to the audit");
            }
            Optional<AuditEntry> last = newest(workspace, 1).stream().findFirst();
            if (put(workspace, AuditEntry.after(last, use))) {
                return;
            }
        }
    }

    private boolean put(WorkspaceId workspace, AuditEntry entry) {
        AuditUse use = entry.use();
        TableItem item =
                TableItem.at(
                                Keys.audit(workspace),
                                LINE + String.format(Locale.ROOT, "%015d", entry.number()))
                        .with("t", use.at().toEpochMilli())
                        .with("by", use.caller())
                        .with("ac", use.action())
                        .with("su", use.subject())
                        .with("why", use.purpose())
                        .with("m", use.granted() ? 1 : 0)
                        .with("b", entry.before())
                        .with("h", entry.hash())
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(clock.instant()));
        return ConditionalPuts.put(
                client,
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item.attributes())
                        .conditionExpression("attribute_not_exists(PK)"),
                "add a line to the audit");
    }

    @Override
    public List<AuditEntry> newest(WorkspaceId workspace, int limit) {
        return Failures.in(
                "read the audit",
                () ->
                        client
                                .query(
                                        query(workspace)
                                                .scanIndexForward(false)
                                                .limit(limit)
                                                .build())
                                .items()
                                .stream()
                                .map(item -> read(TableItem.of(item)))
                                .toList());
    }

    @Override
    public List<AuditEntry> all(WorkspaceId workspace) {
        return Failures.in(
                "read the audit",
                () ->
                        client.queryPaginator(query(workspace).build()).items().stream()
                                .map(item -> read(TableItem.of(item)))
                                .toList());
    }

    private QueryRequest.Builder query(WorkspaceId workspace) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :line)")
                .expressionAttributeValues(
                        Map.of(
                                ":pk",
                                TableItem.text(Keys.audit(workspace)),
                                ":line",
                                TableItem.text(LINE)));
    }

    private static AuditEntry read(TableItem item) {
        return new AuditEntry(
                Long.parseLong(item.need(Keys.SK).substring(LINE.length())),
                new AuditUse(
                        Instant.ofEpochMilli(item.number("t", 0)),
                        item.need("by"),
                        item.need("ac"),
                        item.need("su"),
                        item.need("why"),
                        item.number("m", 0) == 1),
                item.need("b"),
                item.need("h"));
    }
}
