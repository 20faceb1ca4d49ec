package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorPosts;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads posts by their authors from the table's {@link AuthorIndex}. An index follows its table
 * within a second or so: what was written by then may be missing and counts as written later.
 * Thread-safe.
 */
public final class DynamoAuthorPosts implements AuthorPosts {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    public DynamoAuthorPosts(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<AuthorPost> posts(WorkspaceId workspace, AuthorRef author) {
        var posts = new ArrayList<AuthorPost>();
        read(
                query -> query.indexName(AuthorIndex.NAME),
                "gp = :pk AND begins_with(gs, :sk)",
                Map.of(
                        ":pk", TableItem.text(Keys.authors(workspace, author)),
                        ":sk", AuthorIndex.bytes(AuthorIndex.prefix(author))),
                item -> posts.add(AuthorIndex.entry(workspace, item).post()));
        posts.sort(
                Comparator.comparing(AuthorPost::createdAt)
                        .thenComparing(post -> post.id().toString()));
        return List.copyOf(posts);
    }

    @Override
    public List<Entry> part(WorkspaceId workspace, int part) {
        Map<String, AttributeValue> partition =
                Map.of(":pk", TableItem.text(Keys.authors(workspace, part)));
        var entries = new ArrayList<Entry>();
        read(
                query -> query.indexName(AuthorIndex.NAME),
                "gp = :pk",
                partition,
                item -> entries.add(AuthorIndex.entry(workspace, item)));
        read(
                query -> query.consistentRead(false),
                "PK = :pk",
                partition,
                item -> entries.add(AuthorIndex.gone(item)));
        return List.copyOf(entries);
    }

    @Override
    public List<WorkspaceId> workspaces() {
        var workspaces = new ArrayList<WorkspaceId>();
        read(
                query -> query.consistentRead(true),
                "PK = :pk",
                Map.of(":pk", TableItem.text(Keys.workspaces())),
                item -> workspaces.add(new WorkspaceId(item.need(Keys.SK))));
        return List.copyOf(workspaces);
    }

    private void read(
            Consumer<QueryRequest.Builder> how,
            String condition,
            Map<String, AttributeValue> values,
            Consumer<TableItem> each) {
        long now = clock.instant().getEpochSecond();
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(new HashMap<>(values));
        how.accept(request);
        Failures.in(
                "read authors",
                () -> {
                    client.queryPaginator(request.build())
                            .items()
                            .forEach(
                                    attributes -> {
                                        TableItem item = TableItem.of(attributes);
                                        if (!item.expired(now)) {
                                            each.accept(item);
                                        }
                                    });
                    return true;
                });
    }
}
