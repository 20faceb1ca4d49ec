package dev.earshot.aws.post;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.PostScan;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads posts' items in batches, strongly consistent. Thread-safe. */
final class PostRows {
    /**
     * Maximum keys of one BatchGetItem: <a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">limit</a>.
     */
    private static final int BATCH = 100;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final Backoff backoff;

    PostRows(DynamoDbClient client, String table, InstantSource clock, Backoff backoff) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** A row for every id, {@link PostRow#NONE} where there is no item. */
    Map<PostId, PostRow> read(WorkspaceId workspace, Collection<PostId> ids) {
        List<PostId> wanted = List.copyOf(new LinkedHashSet<>(ids));
        var batches = new ArrayList<List<PostId>>();
        for (int start = 0; start < wanted.size(); start += BATCH) {
            batches.add(wanted.subList(start, Math.min(start + BATCH, wanted.size())));
        }
        var rows = new HashMap<PostId, PostRow>();
        wanted.forEach(id -> rows.put(id, PostRow.NONE));
        Parallel.map(batches, batch -> batch(workspace, batch)).forEach(rows::putAll);
        return rows;
    }

    /**
     * Rows for the whole family of every change.
     *
     * @param known rows that were read already and are not read again
     */
    Map<PostId, PostRow> families(
            WorkspaceId workspace, Collection<PostChange> changes, Map<PostId, PostRow> known) {
        var rows = new HashMap<PostId, PostRow>();
        Set<PostId> open =
                changes.stream()
                        .flatMap(change -> Ledger.touched(change).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        while (!open.isEmpty()) {
            var found = new HashMap<>(known);
            found.keySet().retainAll(open);
            open.removeAll(found.keySet());
            found.putAll(read(workspace, open));
            rows.putAll(found);
            open = new LinkedHashSet<>();
            for (PostRow row : found.values()) {
                if (row.state() != null) {
                    open.addAll(Ledger.leadsTo(row.state()));
                }
            }
            open.removeAll(new HashSet<>(rows.keySet()));
        }
        return rows;
    }

    /**
     * Live posts of one of {@value PostScan#PARTS} equal parts of the table, in the order of its
     * scan.
     */
    PostScan.Page scan(WorkspaceId workspace, int part, Optional<PostId> after, int limit) {
        String prefix = Keys.posts(workspace);
        var values =
                Map.of(
                        ":prefix", TableItem.text(prefix),
                        ":live", TableItem.text(Keys.LIVE));
        Instant now = clock.instant();
        var posts = new ArrayList<PostAnalysis>();
        Map<String, AttributeValue> from =
                after.map(id -> TableItem.key(Keys.post(workspace, id), Keys.ONLY))
                        .orElseGet(Map::of);
        do {
            var request =
                    ScanRequest.builder()
                            .tableName(table)
                            .consistentRead(true)
                            .segment(part)
                            .totalSegments(PostScan.PARTS)
                            .filterExpression("begins_with(PK, :prefix) AND k = :live")
                            .expressionAttributeValues(values)
                            .exclusiveStartKey(from.isEmpty() ? null : from)
                            .build();
            ScanResponse response = Failures.in("scan posts", () -> client.scan(request));
            for (Map<String, AttributeValue> attributes : response.items()) {
                TableItem item = TableItem.of(attributes);
                PostId id = Keys.postId(item.need(Keys.PK).substring(prefix.length()));
                PostItem.read(workspace, id, item, now).live().ifPresent(posts::add);
                if (posts.size() == limit) {
                    return new PostScan.Page(posts, Optional.of(id));
                }
            }
            from = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        return new PostScan.Page(posts, Optional.empty());
    }

    private Map<PostId, PostRow> batch(WorkspaceId workspace, List<PostId> ids) {
        var byKey = new HashMap<String, PostId>();
        ids.forEach(id -> byKey.put(Keys.post(workspace, id), id));
        List<Map<String, AttributeValue>> open =
                byKey.keySet().stream().map(key -> TableItem.key(key, Keys.ONLY)).toList();
        Instant now = clock.instant();
        var rows = new HashMap<PostId, PostRow>();
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "read " + open.size() + " posts");
            }
            var keys = KeysAndAttributes.builder().keys(open).consistentRead(true).build();
            var request = BatchGetItemRequest.builder().requestItems(Map.of(table, keys)).build();
            var response = Failures.in("read posts", () -> client.batchGetItem(request));
            for (Map<String, AttributeValue> attributes :
                    response.responses().getOrDefault(table, List.of())) {
                TableItem item = TableItem.of(attributes);
                PostId id = byKey.get(item.need(Keys.PK));
                if (id != null) {
                    rows.put(id, PostItem.read(workspace, id, item, now));
                }
            }
            KeysAndAttributes rest = response.unprocessedKeys().get(table);
            open = rest == null ? List.of() : rest.keys();
        }
        return rows;
    }
}
