package dev.earshot.aws.score;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.influence.score.RunState;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A workspace's run under {@code E#<ws>}: {@code R} with {@code le} the lease's end, {@code ep} the
 * daily baseline's id, {@code si} since, {@code ob} objections, {@code pe} what is pending; and the
 * baseline's content in parts. Thread-safe.
 */
final class RunItems {
    private static final String RUN = "R";
    private static final String BASELINE = "E#";

    /** An item holds at most 400 KB. */
    private static final int PART = 350_000;

    private final TableBatches items;
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;

    RunItems(TableBatches items, DynamoDbClient client, String table, Retention retention) {
        this.items = items;
        this.client = client;
        this.table = table;
        this.retention = retention;
    }

    Optional<RunState> claim(WorkspaceId workspace, Instant now, Duration lease) {
        Map<String, AttributeValue> key = TableItem.key(Keys.runs(workspace), RUN);
        try {
            Failures.in(
                    "claim a run",
                    () ->
                            client.updateItem(
                                    update ->
                                            update.tableName(table)
                                                    .key(key)
                                                    .updateExpression("SET le = :end")
                                                    .conditionExpression(
                                                            "attribute_not_exists(le) OR le <="
                                                                    + " :now")
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":now",
                                                                    TableItem.number(
                                                                            now.getEpochSecond()),
                                                                    ":end",
                                                                    TableItem.number(
                                                                            now.plus(lease)
                                                                                    .getEpochSecond())))));
        } catch (dev.earshot.core.store.StoreException e) {
            if (e.getCause() instanceof ConditionalCheckFailedException) {
                return Optional.empty();
            }
            throw e;
        }
        TableItem item = items.get(List.of(key)).get(Keys.runs(workspace) + " " + RUN);
        return Optional.of(item == null || !item.has("ep") ? RunState.FRESH : read(item));
    }

    void save(WorkspaceId workspace, RunState state, boolean done) {
        var values = new java.util.HashMap<String, AttributeValue>();
        values.put(":baseline", TableItem.text(state.baselineId()));
        values.put(":since", TableItem.text(NumberText.instant(state.since())));
        values.put(
                ":objections",
                TableItem.text(
                        state.objections().stream()
                                .map(ErasureMark::digest)
                                .sorted()
                                .collect(Collectors.joining(" "))));
        values.put(":pending", TableItem.text(state.pending().map(RunItems::text).orElse("")));
        String expression = "SET ep = :baseline, si = :since, ob = :objections, pe = :pending";
        if (done) {
            expression += " REMOVE le";
        }
        String whole = expression;
        Failures.in(
                "save a run",
                () ->
                        client.updateItem(
                                update ->
                                        update.tableName(table)
                                                .key(TableItem.key(Keys.runs(workspace), RUN))
                                                .updateExpression(whole)
                                                .expressionAttributeValues(values)));
    }

    private static String text(RunState.Pending pending) {
        return NumberText.instant(pending.startedAt())
                + " "
                + (pending.all() ? "1" : "0")
                + " "
                + pending.cursor();
    }

    private static RunState read(TableItem item) {
        String pending = item.text("pe", "");
        String objections = item.text("ob", "");
        String[] words = pending.split(" ", -1);
        return new RunState(
                item.need("ep"),
                NumberText.instant(item.need("si")),
                objections.isEmpty()
                        ? java.util.Set.of()
                        : Arrays.stream(objections.split(" ", -1))
                                .map(ErasureMark::new)
                                .collect(Collectors.toSet()),
                pending.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new RunState.Pending(
                                        NumberText.instant(words[0]),
                                        words[1].equals("1"),
                                        words[2])));
    }

    void putBaseline(WorkspaceId workspace, String id, byte[] content, Instant now) {
        String pk = Keys.runs(workspace);
        List<Map<String, AttributeValue>> old =
                items.query(pk, BASELINE).stream()
                        .map(item -> TableItem.key(pk, item.need(Keys.SK)))
                        .toList();
        int parts = Math.max(1, Math.ceilDiv(content.length, PART));
        for (int part = 0; part < parts; part++) {
            byte[] slice =
                    Arrays.copyOfRange(
                            content, part * PART, Math.min(content.length, (part + 1) * PART));
            items.put(
                    List.of(
                            TableItem.at(
                                            pk,
                                            BASELINE
                                                    + id
                                                    + String.format(Locale.ROOT, "#%05d", part))
                                    .with(Keys.EXPIRES_AT, retention.resultExpiry(now))
                                    .with("of", parts)
                                    .with("b", slice)
                                    .attributes()));
        }
        items.delete(old);
    }

    Optional<byte[]> baseline(WorkspaceId workspace, String id) {
        var parts = new ArrayList<>(items.query(Keys.runs(workspace), BASELINE + id + "#"));
        if (parts.isEmpty() || parts.size() != parts.getFirst().number("of", 0)) {
            return Optional.empty();
        }
        var content = new ByteArrayOutputStream();
        parts.forEach(part -> content.writeBytes(part.bytes("b")));
        return Optional.of(content.toByteArray());
    }
}
