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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads what {@link DynamoAnalysisStore} writes under authors; see {@link AuthorPostItem} for the
 * items. Reads are eventually consistent, at half the price: items of the last seconds may be
 * missing and then count as written later. Thread-safe.
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
                "PK = :pk AND begins_with(SK, :sk)",
                Map.of(
                        ":pk", TableItem.text(Keys.authors(workspace, author)),
                        ":sk", TableItem.text(AuthorPostItem.prefix(author))),
                true,
                item -> posts.add(AuthorPostItem.post(item)));
        return List.copyOf(posts);
    }

    @Override
    public List<Entry> part(WorkspaceId workspace, int part) {
        var entries = new ArrayList<Entry>();
        read(
                "PK = :pk",
                Map.of(":pk", TableItem.text(Keys.authors(workspace, part))),
                false,
                item -> entries.add(AuthorPostItem.read(item)));
        return List.copyOf(entries);
    }

    @Override
    public List<WorkspaceId> workspaces() {
        var workspaces = new ArrayList<WorkspaceId>();
        read(
                "PK = :pk",
                Map.of(":pk", TableItem.text(Keys.workspaces())),
                true,
                item -> workspaces.add(new WorkspaceId(item.need(Keys.SK))));
        return List.copyOf(workspaces);
    }

    private void read(
            String condition,
            Map<String, AttributeValue> values,
            boolean consistent,
            Consumer<TableItem> each) {
        long now = clock.instant().getEpochSecond();
        var request =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(consistent)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(new HashMap<>(values))
                        .build();
        Failures.in(
                "read authors",
                () -> {
                    client.queryPaginator(request)
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
