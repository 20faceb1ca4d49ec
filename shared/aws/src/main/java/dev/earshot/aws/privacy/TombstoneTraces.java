package dev.earshot.aws.privacy;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.Erased;
import dev.earshot.core.privacy.ErasurePort;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tombstones of posts that their authors deleted one by one on Bluesky, where a post's id begins
 * with its author's: they go with the author, whose mark keeps the posts away from then on.
 * Elsewhere a post's id leads to nobody. Thread-safe.
 */
public final class TombstoneTraces implements ErasurePort {
    private final DynamoDbClient client;
    private final String table;

    public TombstoneTraces(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public String name() {
        return "tombstones";
    }

    @Override
    public Set<String> covers() {
        return Set.of("P");
    }

    @Override
    public long erase(Erased people) {
        String prefix = Keys.posts(people.workspace()) + Platform.BLUESKY.key() + ":";
        var request =
                ScanRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .filterExpression("begins_with(PK, :prefix) AND k = :tombstone")
                        .projectionExpression("PK, SK")
                        .expressionAttributeValues(
                                Map.of(
                                        ":prefix",
                                        TableItem.text(prefix),
                                        ":tombstone",
                                        TableItem.text("T")))
                        .build();
        List<TableItem> theirs =
                Failures.in(
                        "look for tombstones",
                        () ->
                                client.scanPaginator(request).items().stream()
                                        .map(TableItem::of)
                                        .filter(item -> people.isAccount(did(item, prefix)))
                                        .toList());
        theirs.forEach(
                item ->
                        Failures.in(
                                "remove a tombstone",
                                () ->
                                        client.deleteItem(
                                                delete ->
                                                        delete.tableName(table)
                                                                .key(item.attributes()))));
        return theirs.size();
    }

    private static String did(TableItem item, String prefix) {
        String id = item.need(Keys.PK).substring(prefix.length());
        int colon = id.lastIndexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
