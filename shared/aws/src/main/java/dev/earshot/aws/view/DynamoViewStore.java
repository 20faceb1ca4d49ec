package dev.earshot.aws.view;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.ConditionalPuts;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.view.SavedView;
import dev.earshot.core.view.ViewStore;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.util.List;

/**
 * Saved views under {@code SV#<ws>} by id: {@code nm} name, {@code ad} address, {@code by}, {@code
 * at} and {@code v} version. Thread-safe.
 */
public final class DynamoViewStore implements ViewStore {
    private final DynamoDbClient client;
    private final String table;

    public DynamoViewStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public List<SavedView> all(WorkspaceId workspace) {
        return Partition.all(client, table, Keys.savedViews(workspace), "read the saved views")
                .stream()
                .map(DynamoViewStore::view)
                .toList();
    }

    @Override
    public boolean put(WorkspaceId workspace, SavedView view) {
        TableItem item =
                TableItem.at(Keys.savedViews(workspace), view.id())
                        .with("nm", view.name())
                        .with("ad", view.address())
                        .with("by", view.by())
                        .with("at", NumberText.instant(view.at()))
                        .with("v", view.version());
        return ConditionalPuts.next(client, table, item, "keep a view");
    }

    @Override
    public boolean delete(WorkspaceId workspace, String id) {
        return Failures.in(
                "delete a view",
                () ->
                        client.deleteItem(
                                        delete ->
                                                delete.tableName(table)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.savedViews(workspace),
                                                                        id))
                                                        .returnValues(ReturnValue.ALL_OLD))
                                .hasAttributes());
    }

    private static SavedView view(TableItem item) {
        return new SavedView(
                item.need(Keys.SK),
                item.need("nm"),
                item.need("ad"),
                item.need("by"),
                NumberText.instant(item.need("at")),
                item.number("v", 1));
    }
}
