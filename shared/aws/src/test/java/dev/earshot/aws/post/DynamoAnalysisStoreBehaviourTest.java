package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.ItemSize;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.LocalS3;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger.Effect;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Emotions;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What only this adapter promises: sizes, lifetimes, competing writers, and what it does not keep.
 */
final class DynamoAnalysisStoreBehaviourTest {
    private static final WorkspaceId WORKSPACE = Posts.WORKSPACE;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant START = Instant.parse("2026-03-04T06:00:00Z");

    private final DynamoDbClient client = LocalDynamo.running().clients().dynamoDb();
    private final String table = LocalDynamo.running().newTable(client);
    private final SettableClock clock = new SettableClock(START);
    private final DynamoAnalysisStore store =
            new DynamoAnalysisStore(client, table, Retention.STANDARD, clock, new SecureRandom());

    @Test
    void item_ofAnOrdinaryPost_costsOneWriteUnit() {
        byte[] key = new byte[32];
        PostAnalysis post =
                Posts.post("1780000000000000001")
                        .alsoKnownAs("1780000000000000002")
                        .about("acme-phone", "zenith-coffee", "umbra")
                        .sealedAs(
                                new SealedText(
                                        "text/acme/2026-03-04/" + "0".repeat(32),
                                        123_456,
                                        296,
                                        key))
                        .analysis();
        Map<String, AttributeValue> item =
                PostItem.write(
                        WORKSPACE,
                        post.id(),
                        new StoredPost.Live(post),
                        1,
                        1_800_000_000L,
                        1_900_000_000L);
        int bytes = ItemSize.bytes(item);
        System.out.println("MEASURED an ordinary post's item: " + bytes + " bytes");

        assertThat(bytes).isLessThan(1_024);
    }

    @Test
    void result_pastItsLifetime_isGoneThoughTheItemIsThere() {
        PostAnalysis post = Posts.post("1").analysis();
        commit(new PostChange.Store(post));
        clock.set(START.plus(Duration.ofDays(401)));

        assertThat(store.post(WORKSPACE, post.id())).isEmpty();
        assertThat(page("acme")).isEmpty();
        assertThat(total("acme").posts()).isEqualTo(1);

        clock.set(START.plus(Duration.ofDays(831)));
        assertThat(total("acme").posts()).isZero();
    }

    @Test
    void result_keptAgainAfterItsLifetime_isStored() {
        PostAnalysis post = Posts.post("1").analysis();
        commit(new PostChange.Store(post));
        clock.set(START.plus(Duration.ofDays(401)));

        assertThat(commit(new PostChange.Store(post))).containsExactly(Effect.STORED);
        assertThat(store.post(WORKSPACE, post.id())).contains(post);
    }

    @Test
    void correction_ofAnOldCount_expiresWithIt() {
        PostAnalysis post = Posts.post("1").analysis();
        commit(new PostChange.Store(post));
        clock.set(START.plus(Duration.ofDays(399)));
        commit(new PostChange.Remove(post.id(), clock.instant()));
        for (int day = 399; day < 1_300; day += 50) {
            clock.set(START.plus(Duration.ofDays(day)));

            assertThat(total("acme").isEmpty()).as("day %d", day).isTrue();
        }
    }

    @Test
    void verdict_closerThanTheTableKeeps_countsAsItIsReadBack() {
        var random = new Random(5);
        List<PostChange> changes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double close = random.nextDouble() * 1e-4;
            var sentiment = new Sentiment(0.42 + close, 0.42, 0.16 - close);
            double score = 0.4 + random.nextDouble() * 1e-4;
            var emotions =
                    new Emotions(
                            Map.of(
                                    Emotion.ANGER,
                                    score,
                                    Emotion.JOY,
                                    0.4,
                                    Emotion.OPTIMISM,
                                    0.1,
                                    Emotion.SADNESS,
                                    0.1));
            Reading reading = new Reading.Read("en", new TextAnalysis(sentiment, emotions));
            changes.add(new PostChange.Store(Posts.post("p" + i).with(reading).analysis()));
        }
        store.commit(WORKSPACE, changes);
        WindowCounts recount =
                page("acme").stream()
                        .map(post -> WindowCounts.of(post, "acme"))
                        .reduce(WindowCounts.NONE, WindowCounts::plus);

        assertThat(total("acme")).isEqualTo(recount);
        assertThat(recount.sentiment(SentimentLabel.NEGATIVE)).isBetween(1L, 60L);
    }

    @Test
    void rivals_onTheSamePosts_endExact() throws Exception {
        List<SentimentLabel> labels =
                List.of(
                        SentimentLabel.NEGATIVE,
                        SentimentLabel.NEUTRAL,
                        SentimentLabel.POSITIVE,
                        SentimentLabel.ABSTAIN);
        List<PostChange> all = new ArrayList<>();
        for (int post = 0; post < 8; post++) {
            for (int edit = 0; edit < 4; edit++) {
                all.add(
                        new PostChange.Store(
                                Posts.post("p" + post)
                                        .edit(edit, "text " + edit)
                                        .feeling(labels.get(edit))
                                        .about(edit % 2 == 0 ? "acme" : "zenith")
                                        .analysis()));
            }
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Effect>>> rivals = new ArrayList<>();
            for (int rival = 0; rival < 4; rival++) {
                List<PostChange> mine = new ArrayList<>(all);
                Collections.shuffle(mine, new Random(rival));
                // Small batches, so that competing writers change the same posts from the same
                // versions.
                rivals.add(
                        () -> {
                            List<Effect> effects = new ArrayList<>();
                            for (int start = 0; start < mine.size(); start += 8) {
                                effects.addAll(
                                        store.commit(WORKSPACE, mine.subList(start, start + 8)));
                            }
                            return effects;
                        });
            }
            for (Future<List<Effect>> done : threads.invokeAll(rivals)) {
                assertThat(done.get()).hasSize(all.size());
            }
        }

        assertThat(total("acme").isEmpty()).isTrue();
        assertThat(total("zenith").posts()).isEqualTo(8);
        assertThat(total("zenith").sentiment(SentimentLabel.ABSTAIN)).isEqualTo(8);
    }

    @Test
    void scan_ofTableAndBucket_findsNeitherTextNorHandleNorAKeyAfterRemoval() {
        String secret = "the quiet words of @handle_of_someone";
        S3Client s3 = LocalS3.running().clients().s3();
        String bucket = LocalS3.running().newBucket(s3);
        var vault = new S3TextVault(s3, bucket, clock, new SecureRandom());
        SealedText sealed = vault.seal(WORKSPACE, List.of(secret)).getFirst();
        PostAnalysis post = Posts.post("1").sealedAs(sealed).analysis();
        commit(new PostChange.Store(post));

        assertThat(scan()).contains(hex(sealed.key())).doesNotContain("quiet", "handle_of");
        assertThat(vault.open(store.post(WORKSPACE, post.id()).orElseThrow().text().orElseThrow()))
                .contains(secret);

        commit(new PostChange.Remove(post.id(), clock.instant()));

        assertThat(scan())
                .doesNotContain(hex(sealed.key()), "quiet", "handle_of", "0123456789abcdef");
        byte[] object =
                s3.getObjectAsBytes(get -> get.bucket(bucket).key(sealed.object())).asByteArray();
        assertThat(new String(object, StandardCharsets.ISO_8859_1)).doesNotContain("quiet");
    }

    private List<Effect> commit(PostChange... changes) {
        return store.commit(WORKSPACE, List.of(changes));
    }

    private WindowCounts total(String brandId) {
        return store.counts(WORKSPACE, brandId, FROM, TO).stream()
                .map(CountDelta::counts)
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    private List<PostAnalysis> page(String brandId) {
        return store.brandPosts(
                new BrandPosts(
                        WORKSPACE, brandId, Optional.empty(), FROM, TO, Optional.empty(), 100));
    }

    /** Everything in the table as text, binary values in hexadecimal. */
    private String scan() {
        var text = new StringBuilder();
        client.scanPaginator(scan -> scan.tableName(table))
                .items()
                .forEach(
                        item -> {
                            text.append(item);
                            item.values().stream()
                                    .filter(value -> value.b() != null)
                                    .forEach(value -> text.append(hex(value.b().asByteArray())));
                        });
        return text.toString();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
