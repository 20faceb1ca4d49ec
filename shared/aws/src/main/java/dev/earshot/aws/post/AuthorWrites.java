package dev.earshot.aws.post;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.post.PlannedChange.Write;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.Reference;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Adds what removals leave to the transactions that write the posts. Thread-safe. */
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

    /**
     * The authors and posts that lose something when the posts of one family of ids change, so that
     * scores that were made with it are made anew.
     */
    static Set<ErasureMark> marks(List<Write> writes) {
        var before = new LinkedHashMap<String, AuthorPost>();
        var after = new LinkedHashMap<String, AuthorPost>();
        for (Write write : writes) {
            write.before()
                    .live()
                    .flatMap(AuthorPost::of)
                    .ifPresent(post -> before.put(key(post), post));
            if (write.after() instanceof StoredPost.Live live) {
                AuthorPost.of(live.analysis()).ifPresent(post -> after.put(key(post), post));
            }
        }
        Set<Reference> answered =
                after.values().stream()
                        .flatMap(post -> post.references().stream())
                        .collect(Collectors.toSet());
        var marks = new LinkedHashSet<ErasureMark>();
        before.forEach(
                (key, post) -> {
                    if (!after.containsKey(key)) {
                        marks.add(ErasureMark.of(post.author().ref()));
                        marks.add(ErasureMark.of(post.id()));
                    }
                });
        before.values().stream()
                .flatMap(post -> post.references().stream())
                .filter(reference -> !answered.contains(reference))
                .map(
                        reference ->
                                reference
                                        .author()
                                        .map(ErasureMark::of)
                                        .orElseGet(() -> ErasureMark.of(reference.target())))
                .forEach(marks::add);
        return Collections.unmodifiableSet(marks);
    }

    private static String key(AuthorPost post) {
        return post.author().ref() + " " + post.createdAt() + " " + post.id();
    }

    /** Adds the marks of what is lost. */
    void add(WorkspaceId workspace, Set<ErasureMark> marks, List<TransactWriteItem> actions) {
        Instant now = clock.instant();
        long marked = now.plus(MARKED).getEpochSecond();
        for (ErasureMark mark : marks) {
            actions.add(put(AuthorIndex.gone(workspace, mark, newId(), now, marked)));
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
