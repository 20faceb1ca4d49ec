package dev.earshot.aws.post;

import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Keeps the number of partial counts small: replaces many partials of one partition and hour by one
 * compacted count.
 *
 * <p>A compacted count lists the partials that it replaces, and readers skip those. A query is not
 * isolated from transactions, but compaction takes effect with the appearance of a single item,
 * which no reader can see half of. The partials are deleted later, by plain deletes, once every
 * query that began before the compaction has ended ({@link #SETTLED}).
 *
 * <p>Two compacted counts can't replace the same partial: each compaction increments the hour's
 * {@code H} item, from the value that it read before the partials, in the same transaction as its
 * put, and {@code H} is never deleted before the counts are. A crash before the transaction leaves
 * nothing; after it, the replaced partials stay until the next compaction of that hour removes
 * them.
 *
 * <p>Thread-safe.
 */
final class CountCompaction {
    /** Minimum partials in a partition's hour before compaction pays off. */
    static final int COMPACTION_THRESHOLD = 64;

    /**
     * Maximum partials replaced at once; limits their list to about 1 KB, and the cost of one pass.
     */
    static final int BATCH_SIZE = 50;

    /** Far longer than a query may last: a call ends after 15 s, a paged one within a deadline. */
    static final Duration SETTLED = Duration.ofMinutes(20);

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final PartialCounts counts;

    CountCompaction(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            RandomGenerator random,
            PartialCounts counts) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.random = random;
        this.counts = counts;
    }

    /**
     * Compacts one hour of a partition if it holds at least {@code threshold} partials, and deletes
     * those that earlier compactions replaced. Service failures are ignored: the counts are right
     * either way.
     *
     * @return how many partials were replaced
     */
    int compact(Committer.PartialPlace place, int threshold) {
        try {
            return attempt(place, threshold);
        } catch (SdkException | StoreException e) {
            return 0;
        }
    }

    private int attempt(Committer.PartialPlace place, int threshold) {
        String hour = place.hourPrefix();
        long head = head(place);
        List<PartialCount> all = counts.query(place.partition(), hour, hour + "~");
        removeSettled(place.partition(), all);
        List<PartialCount> current = PartialCounts.current(all);
        if (current.size() < threshold) {
            return 0;
        }
        // Only counts that expire together may be merged.
        var byExpiry = new HashMap<Long, List<PartialCount>>();
        for (PartialCount partial : current) {
            byExpiry.computeIfAbsent(partial.expiresAt(), e -> new ArrayList<>()).add(partial);
        }
        List<PartialCount> chosen = List.of();
        for (List<PartialCount> same : byExpiry.values()) {
            chosen = same.size() > chosen.size() ? same : chosen;
        }
        chosen = chosen.subList(0, Math.min(BATCH_SIZE, chosen.size()));
        return chosen.size() > 1 && write(place, head, chosen) ? chosen.size() : 0;
    }

    private long head(Committer.PartialPlace place) {
        var response =
                client.getItem(
                        request ->
                                request.tableName(table)
                                        .consistentRead(true)
                                        .key(TableItem.key(place.partition(), headKey(place))));
        return response.hasItem() ? TableItem.of(response.item()).number("n", 0) : 0;
    }

    private boolean write(Committer.PartialPlace place, long head, List<PartialCount> chosen) {
        var minutes = new HashMap<Integer, WindowCounts>();
        var keys = new ArrayList<String>();
        for (PartialCount partial : chosen) {
            partial.minutes().forEach((m, c) -> minutes.merge(m, c, WindowCounts::plus));
            keys.add(partial.sortKey());
        }
        Instant now = clock.instant();
        String id = now.getEpochSecond() + "#" + Long.toUnsignedString(random.nextLong(), 36);
        long expiresAt = chosen.getFirst().expiresAt();
        var compacted =
                new PartialCount(
                        PartialCount.compactedKey(place.hourPrefix(), id),
                        minutes,
                        expiresAt,
                        keys);
        Update increment =
                Update.builder()
                        .tableName(table)
                        .key(TableItem.key(place.partition(), headKey(place)))
                        .updateExpression("SET n = :next, expiresAt = :expiry")
                        .conditionExpression(head == 0 ? "attribute_not_exists(PK)" : "n = :head")
                        .expressionAttributeValues(values(head, expiresAt))
                        .build();
        Put put =
                Put.builder()
                        .tableName(table)
                        .item(compacted.write(place.partition()))
                        .conditionExpression("attribute_not_exists(PK)")
                        .build();
        try {
            client.transactWriteItems(
                    TransactWriteItemsRequest.builder()
                            .transactItems(
                                    TransactWriteItem.builder().update(increment).build(),
                                    TransactWriteItem.builder().put(put).build())
                            .clientRequestToken(Long.toUnsignedString(random.nextLong(), 36))
                            .build());
            return true;
        } catch (TransactionCanceledException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> values(long head, long expiresAt) {
        // The head outlives the counts: without it, a stalled compaction could count partials
        // twice.
        var values =
                new HashMap<>(
                        Map.of(
                                ":next", TableItem.number(head + 1),
                                ":expiry", TableItem.number(Retention.stepAfter(expiresAt))));
        if (head != 0) {
            values.put(":head", TableItem.number(head));
        }
        return values;
    }

    private void removeSettled(String partition, List<PartialCount> all) {
        long settled = clock.instant().minus(SETTLED).getEpochSecond();
        var present = new HashSet<String>();
        all.forEach(partial -> present.add(partial.sortKey()));
        List<String> gone =
                all.stream()
                        .filter(partial -> partial.isCompacted() && partial.compactedAt() < settled)
                        .flatMap(partial -> partial.replaced().stream())
                        .filter(present::contains)
                        .toList();
        Parallel.map(
                gone,
                key ->
                        client.deleteItem(
                                request ->
                                        request.tableName(table)
                                                .key(TableItem.key(partition, key))));
    }

    private static String headKey(Committer.PartialPlace place) {
        return place.hourPrefix() + "H";
    }
}
