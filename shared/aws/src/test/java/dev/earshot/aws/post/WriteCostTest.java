package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.ItemSize;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a thousand posts cost, by the documented rule: a write in a transaction costs twice. */
final class WriteCostTest {
    private static final int POSTS = 1_000;

    @Test
    void commit_aThousandPosts_costsAboutSixUnitsAMention() {
        var meter = new Meter();
        DynamoDbClient client = LocalDynamo.running().clients(meter).dynamoDb();
        String table = LocalDynamo.running().newTable(client);
        InstantSource clock = InstantSource.fixed(Posts.PUBLISHED.plus(Duration.ofHours(1)));
        var store = withoutCompaction(client, table, clock);
        var random = new Random(1);
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            changes.add(
                    new PostChange.Store(
                            Posts.post("17800000000000" + (10_000 + i))
                                    .at(Posts.PUBLISHED.plusSeconds(random.nextInt(1_800)))
                                    .about("brand-" + random.nextInt(2))
                                    .analysis()));
        }
        meter.calls.clear();
        List<Effect> effects = store.commit(Posts.WORKSPACE, changes);
        Map<String, Integer> first = new TreeMap<>(meter.calls);
        long written = meter.written.sumThenReset();
        long looked = meter.looked.sumThenReset();
        meter.calls.clear();
        store.commit(Posts.WORKSPACE, changes);
        System.out.printf(
                "MEASURED %d posts of one mention each: calls %s, %d write units, %d items read;"
                        + " again: calls %s, %d write units, %d items read%n",
                POSTS,
                first,
                written,
                looked,
                meter.calls,
                meter.written.sum(),
                meter.looked.sum());

        assertThat(effects).containsOnly(Effect.STORED);
        // Two for the post, two for its brand's link, two for its author's; counts are shared.
        assertThat(written).isBetween(6L * POSTS, 64L * POSTS / 10);
        assertThat(first.get("TransactWriteItems")).isLessThanOrEqualTo(POSTS / 30);
        assertThat(meter.written.sum()).isZero();
    }

    @Test
    void update_postsNewAndKnown_readsTheRowOfEachOnce() {
        var meter = new Meter();
        DynamoDbClient client = LocalDynamo.running().clients(meter).dynamoDb();
        String table = LocalDynamo.running().newTable(client);
        InstantSource clock = InstantSource.fixed(Posts.PUBLISHED.plus(Duration.ofHours(1)));
        var store = withoutCompaction(client, table, clock);
        List<PostChange> changes = new ArrayList<>();
        List<PostId> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            // Every tenth has a second id, whose row is one more.
            Posts post = Posts.post("178000000000000" + (1_000 + i));
            post = i % 10 == 0 ? post.alsoKnownAs("178000000000000" + (2_000 + i)) : post;
            changes.add(new PostChange.Store(post.analysis()));
            ids.add(post.id());
            ids.addAll(post.otherIds());
        }
        for (int delivery = 0; delivery < 2; delivery++) {
            meter.looked.reset();
            meter.calls.clear();
            store.update(Posts.WORKSPACE, ids, stored -> changes);

            assertThat(meter.looked.sum()).as("delivery %d", delivery).isEqualTo(55);
            assertThat(meter.calls).containsEntry("BatchGetItem", 1).doesNotContainKey("GetItem");
        }
    }

    @Test
    void item_readingWithEveryHead_costsOneUnit() {
        var post =
                Posts.post("1780000000000000001")
                        .with(Posts.readWhole("fernlight-coffee", "ostrando"))
                        .about("fernlight-coffee", "ostrando")
                        .sealedAs(
                                new SealedText(
                                        "text/acme/2026/03/04/0123456789abcdef",
                                        123_456,
                                        280,
                                        new byte[32]))
                        .analysis();
        var item =
                PostItem.write(
                        Posts.WORKSPACE,
                        post.id(),
                        new StoredPost.Live(post),
                        1,
                        1_780_000_000L,
                        1_780_000_000L);
        System.out.printf(
                "MEASURED item of a reading with every head: %d bytes%n", ItemSize.bytes(item));

        assertThat(ItemSize.writeUnits(item)).isEqualTo(1);
    }

    /**
     * A store that leaves its counts as written: compaction comes by chance, and would be metered.
     */
    private static DynamoAnalysisStore withoutCompaction(
            DynamoDbClient client, String table, InstantSource clock) {
        return new DynamoAnalysisStore(
                client,
                table,
                Retention.STANDARD,
                clock,
                new SecureRandom(),
                Integer.MAX_VALUE,
                CountCompaction.COMPACTION_THRESHOLD);
    }

    /** Counts calls, and the write units and keys in their requests. */
    private static final class Meter implements ExecutionInterceptor {
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();
        private final LongAdder written = new LongAdder();
        private final LongAdder looked = new LongAdder();

        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            calls.merge(
                    attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
            switch (context.request()) {
                case TransactWriteItemsRequest request ->
                        request.transactItems().stream()
                                .filter(action -> action.put() != null)
                                .forEach(
                                        action ->
                                                written.add(
                                                        2L
                                                                * ItemSize.writeUnits(
                                                                        action.put().item())));
                case PutItemRequest request -> written.add(ItemSize.writeUnits(request.item()));
                case BatchGetItemRequest request ->
                        request.requestItems().values().forEach(k -> looked.add(k.keys().size()));
                default -> {}
            }
        }
    }
}
