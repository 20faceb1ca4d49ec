package dev.earshot.aws.collect;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Workspaces with sources under {@code CW}; sources under {@code CS#<ws>}; under {@code
 * CT#<ws>#<source>} the item {@code A} with the lease ({@code h} holder, {@code u} until, in
 * milliseconds) and the status {@code s}, and for each list or log an item {@code P#<digest of its
 * name>} with its name {@code n} and progress {@code x}. Thread-safe.
 */
public final class DynamoSourceStore implements SourceStore {
    private static final String STREAM = "P#";
    private static final String SAVING = "keep how far a source is";

    private final DynamoDbClient client;
    private final String table;

    public DynamoSourceStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public List<WorkspaceId> workspaces() {
        return all(Keys.sourceWorkspaces()).stream()
                .map(item -> new WorkspaceId(item.need(Keys.SK)))
                .toList();
    }

    @Override
    public List<SourceSpec> sources(WorkspaceId workspace) {
        return all(Keys.sources(workspace)).stream().map(SpecItem::source).toList();
    }

    @Override
    public Optional<SourceSpec> source(WorkspaceId workspace, String id) {
        return one(Keys.sources(workspace), id).map(SpecItem::source);
    }

    @Override
    public void put(WorkspaceId workspace, SourceSpec source) {
        // The workspace first: a source of one that nobody knows would never be collected.
        put(TableItem.at(Keys.sourceWorkspaces(), workspace.value()));
        put(SpecItem.of(workspace, source));
    }

    @Override
    public boolean delete(WorkspaceId workspace, String id) {
        boolean there = delete(Keys.sources(workspace), id);
        String state = Keys.sourceState(workspace, id);
        for (TableItem item : all(state)) {
            delete(state, item.need(Keys.SK));
        }
        return there;
    }

    @Override
    public SourceStatus status(WorkspaceId workspace, String id) {
        return one(Keys.sourceState(workspace, id), Keys.ONLY)
                .filter(item -> item.has("s"))
                .map(item -> SourceStatus.parse(item.need("s")))
                .orElse(SourceStatus.NEW);
    }

    @Override
    public boolean lease(
            WorkspaceId workspace, String id, String holder, Instant now, Instant until) {
        try {
            client.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(TableItem.key(Keys.sourceState(workspace, id), Keys.ONLY))
                                    .updateExpression("SET h = :holder, u = :until")
                                    .conditionExpression("attribute_not_exists(h) OR u <= :now")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":holder",
                                                    TableItem.text(holder),
                                                    ":until",
                                                    TableItem.number(until.toEpochMilli()),
                                                    ":now",
                                                    TableItem.number(now.toEpochMilli()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw Failures.because("take a source", e);
        }
    }

    @Override
    public Map<String, Progress> progress(WorkspaceId workspace, String id) {
        Map<String, Progress> progress = new HashMap<>();
        for (TableItem item : all(Keys.sourceState(workspace, id))) {
            if (item.need(Keys.SK).startsWith(STREAM)) {
                progress.put(item.need("n"), Progress.parse(item.need("x")));
            }
        }
        return progress;
    }

    @Override
    public boolean save(
            WorkspaceId workspace,
            String id,
            String holder,
            SourceStatus status,
            String stream,
            Progress progress) {
        String partition = Keys.sourceState(workspace, id);
        TableItem item =
                TableItem.at(partition, STREAM + Digests.sha256(stream).substring(0, 32))
                        .with("n", stream)
                        .with("x", progress.text());
        Update held =
                Update.builder()
                        .tableName(table)
                        .key(TableItem.key(partition, Keys.ONLY))
                        .updateExpression("SET s = :status")
                        .conditionExpression("h = :holder")
                        .expressionAttributeValues(values(holder, status))
                        .build();
        try {
            client.transactWriteItems(
                    request ->
                            request.transactItems(
                                    TransactWriteItem.builder().update(held).build(),
                                    TransactWriteItem.builder()
                                            .put(
                                                    put ->
                                                            put.tableName(table)
                                                                    .item(item.attributes()))
                                            .build()));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream()
                    .anyMatch(why -> "ConditionalCheckFailed".equals(why.code()))) {
                return false;
            }
            throw Failures.because(SAVING, e);
        } catch (SdkException e) {
            throw Failures.because(SAVING, e);
        }
    }

    @Override
    public boolean release(WorkspaceId workspace, String id, String holder, SourceStatus status) {
        try {
            client.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(TableItem.key(Keys.sourceState(workspace, id), Keys.ONLY))
                                    .updateExpression("SET s = :status REMOVE h, u")
                                    .conditionExpression("h = :holder")
                                    .expressionAttributeValues(values(holder, status)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw Failures.because("let a source go", e);
        }
    }

    private static Map<String, AttributeValue> values(String holder, SourceStatus status) {
        return Map.of(":holder", TableItem.text(holder), ":status", TableItem.text(status.text()));
    }

    private void put(TableItem item) {
        Failures.in(
                "keep a source",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    private boolean delete(String partition, String sort) {
        return !Failures.in(
                        "delete a source",
                        () ->
                                client.deleteItem(
                                        delete ->
                                                delete.tableName(table)
                                                        .key(TableItem.key(partition, sort))
                                                        .returnValues(ReturnValue.ALL_OLD)))
                .attributes()
                .isEmpty();
    }

    private Optional<TableItem> one(String partition, String sort) {
        var response =
                Failures.in(
                        "read a source",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(TableItem.key(partition, sort))));
        return response.hasItem() ? Optional.of(TableItem.of(response.item())) : Optional.empty();
    }

    private List<TableItem> all(String partition) {
        return Partition.all(client, table, partition, "read sources");
    }
}
