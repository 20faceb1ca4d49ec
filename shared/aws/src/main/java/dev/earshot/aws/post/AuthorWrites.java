package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Adds the writes of authors' activity to the transaction that writes the posts. Thread-safe. */
final class AuthorWrites {
    /** How long the mark of a removal is kept: longer than scores may go without a refresh. */
    static final Duration MARKED = Duration.ofDays(7);

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<WorkspaceId, Long> announced = new ConcurrentHashMap<>();

    AuthorWrites(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.random = random;
    }

    /** Adds what a planned change writes under authors. */
    void add(WorkspaceId workspace, AuthorMoves moves, List<TransactWriteItem> actions) {
        Instant now = clock.instant();
        long marked = now.plus(MARKED).getEpochSecond();
        for (AuthorMoves.Put put : moves.puts()) {
            actions.add(put(AuthorPostItem.write(workspace, put.post(), now, put.expiresAt())));
        }
        moves.deletes()
                .forEach(
                        post ->
                                actions.add(
                                        TransactWriteItem.builder()
                                                .delete(
                                                        Delete.builder()
                                                                .tableName(table)
                                                                .key(
                                                                        AuthorPostItem.key(
                                                                                workspace, post))
                                                                .build())
                                                .build()));
        for (ErasureMark mark : moves.marks()) {
            actions.add(put(AuthorPostItem.gone(workspace, mark, newId(), now, marked)));
        }
    }

    /** Records that a workspace has authors, before the first of them is written. */
    void announce(WorkspaceId workspace) {
        long needed = retention.dayExpiry(clock.instant());
        if (announced.getOrDefault(workspace, 0L) >= needed) {
            return;
        }
        TableItem item =
                TableItem.at(Keys.workspaces(), workspace.value())
                        .with(Keys.EXPIRES_AT, Retention.stepAfter(needed));
        var request = PutItemRequest.builder().tableName(table).item(item.attributes()).build();
        Failures.in("announce a workspace", () -> client.putItem(request));
        announced.merge(workspace, needed, Math::max);
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).build())
                .build();
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36)
                + Long.toUnsignedString(random.nextLong(), 36);
    }
}
