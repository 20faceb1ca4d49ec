package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.ItemSize;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.WriteMeter;
import dev.earshot.aws.client.CapacityMeter;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What a thousand posts cost, by the documented rules: a write in a transaction costs twice. */
final class WriteCostTest {
    private static final int POSTS = 1_000;

    @Test
    void commit_aThousandPosts_costsLittleMoreThanTwoUnitsEach() {
        var meter = new WriteMeter();
        var reported = new CapacityMeter();
        DynamoDbClient client = LocalDynamo.running().clients(meter, reported).dynamoDb();
        String table = LocalDynamo.running().newTable(client);
        InstantSource clock = InstantSource.fixed(Posts.PUBLISHED.plus(Duration.ofHours(1)));
        var store = withoutCompaction(client, table, clock);
        var random = new Random(1);
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            String brand = "brand-" + random.nextInt(2);
            PostAnalysis post =
                    Posts.post("17800000000000" + (10_000 + i))
                            .at(Posts.PUBLISHED.plusSeconds(random.nextInt(1_800)))
                            .about(brand)
                            .analysis();
            // Every other post names one of the brand's five products, each has a hashtag of it.
            List<Subject> subjects = new ArrayList<>();
            subjects.add(new Subject(brand, Subject.Kind.HASHTAG, "brandweek"));
            if (i % 2 == 0) {
                subjects.add(new Subject(brand, Subject.Kind.PRODUCT, "brand_air_" + i % 5));
            }
            changes.add(new PostChange.Store(post.with(post.context().about(subjects))));
        }
        meter.calls.clear();
        reported.take();
        List<Effect> effects = store.commit(Posts.WORKSPACE, changes);
        Map<String, Integer> first = new TreeMap<>(meter.calls);
        long written = meter.written.sumThenReset();
        long looked = meter.looked.sumThenReset();
        CapacityMeter.Units consumed = reported.take();
        meter.calls.clear();
        store.commit(Posts.WORKSPACE, changes);
        System.out.printf(
                Locale.ROOT,
                "MEASURED %d posts of one mention each: calls %s, %d write units by the rules (%.0f"
                        + " reported), %d items read; again: calls %s, %d write units, %d items"
                        + " read%n",
                POSTS,
                first,
                written,
                consumed.written(),
                looked,
                meter.calls,
                meter.written.sum(),
                meter.looked.sum());

        assertThat(effects).containsOnly(Effect.STORED);
        // One for the post and one for its author's index; links, counts and journals are shared.
        assertThat(written).isBetween(2L * POSTS, 23L * POSTS / 10);
        // DynamoDB Local takes two for every item of a transaction, whatever it holds.
        assertThat(consumed.written()).isBetween(2.0 * POSTS, 2.3 * POSTS);
        assertThat(first.get("TransactWriteItems")).isLessThanOrEqualTo(POSTS / 100);
        assertThat(meter.written.sum()).isZero();
    }

    @Test
    void update_postsNewAndKnown_readsTheRowOfEachOnce() {
        var meter = new WriteMeter();
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
        var write =
                new PlannedChange.Write(
                        post.id(),
                        PostRow.NONE,
                        new StoredPost.Live(post),
                        1_780_000_000L,
                        1_780_000_000L);
        String id = "z".repeat(13);
        var item =
                PostItem.write(
                        Posts.WORKSPACE,
                        write,
                        id,
                        Map.of(
                                "fernlight-coffee",
                                new LinkBlocks.Place(id, 1_780_000_000_000L),
                                "ostrando",
                                new LinkBlocks.Place(id, 1_780_000_000_000L)),
                        Posts.PUBLISHED);
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
}
