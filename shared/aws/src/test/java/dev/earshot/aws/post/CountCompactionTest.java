package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostChange;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Compaction changes the number of partial counts and nothing else. */
final class CountCompactionTest {
    private static final Instant FROM = Posts.PUBLISHED.minus(Duration.ofDays(1));
    private static final Instant TO = Posts.PUBLISHED.plus(Duration.ofDays(1));
    private static final int POSTS = 120;

    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(client);
    private final SettableClock clock =
            new SettableClock(Posts.PUBLISHED.plus(Duration.ofHours(1)));

    @Test
    void compact_manyPartials_keepsTheSumAndShrinksTheTable() {
        DynamoAnalysisStore store = store(Integer.MAX_VALUE);
        commitOneByOne(store);
        long before = partials();
        DynamoAnalysisStore compacting = store(1);
        for (int round = 0; round < 3; round++) {
            clock.advance(Duration.ofMinutes(30));
            for (int i = 0; i < 20; i++) {
                var post = Posts.post("more" + round + "-" + i).analysis();
                compacting.commit(Posts.WORKSPACE, List.of(new PostChange.Store(post)));
            }
        }

        assertThat(before).isEqualTo(POSTS);
        assertThat(partials()).isLessThan(POSTS);
        assertThat(posts(store)).isEqualTo(POSTS + 60);
    }

    @Test
    void counts_whileCompactionsRace_neverDiffer() throws Exception {
        DynamoAnalysisStore store = store(Integer.MAX_VALUE);
        commitOneByOne(store);
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(5)) {
            List<Future<Integer>> compactors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Callable<Integer> compactor = this::compactAll;
                compactors.add(threads.submit(compactor));
            }
            Callable<Integer> reader =
                    () -> {
                        int reads = 0;
                        do {
                            assertThat(posts(store)).isEqualTo(POSTS);
                            reads++;
                        } while (!done.get());
                        return reads;
                    };
            List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
            int replaced = 0;
            for (Future<Integer> compactor : compactors) {
                replaced += compactor.get();
            }
            done.set(true);
            for (Future<Integer> result : readers) {
                assertThat(result.get()).isPositive();
            }
            assertThat(replaced).isPositive();
        }
        assertThat(posts(store)).isEqualTo(POSTS);
    }

    /** Compacts every shard of the hour again and again while settled partials are removed. */
    private int compactAll() {
        var days = new BrandDays(client, table, Retention.STANDARD);
        var counts = new PartialCounts(client, table, clock, days);
        var compaction = new CountCompaction(client, table, clock, new SecureRandom(), counts);
        int replaced = 0;
        for (int round = 0; round < 12; round++) {
            for (int shard = 0; shard < PartialCount.SHARDS; shard++) {
                String partition =
                        Keys.counts(Posts.WORKSPACE, "acme", Keys.day(Posts.PUBLISHED), shard);
                replaced += compaction.compact(new Committer.PartialPlace(partition, "05#"), 4);
            }
        }
        return replaced;
    }

    private DynamoAnalysisStore store(int checkInterval) {
        return new DynamoAnalysisStore(
                client, table, Retention.STANDARD, clock, new SecureRandom(), checkInterval, 8);
    }

    private static void commitOneByOne(DynamoAnalysisStore store) {
        for (int i = 0; i < POSTS; i++) {
            var post = Posts.post("p" + i).analysis();
            store.commit(Posts.WORKSPACE, List.of(new PostChange.Store(post)));
        }
    }

    private static long posts(DynamoAnalysisStore store) {
        return store.counts(Posts.WORKSPACE, "acme", FROM, TO).stream()
                .map(CountDelta::counts)
                .mapToLong(counts -> counts.posts())
                .sum();
    }

    private long partials() {
        return client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(TableItem::of)
                .filter(item -> item.need(Keys.PK).startsWith("W#") && PartialCount.isCount(item))
                .count();
    }
}
