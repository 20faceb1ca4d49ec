package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.Faults;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.LocalS3;
import dev.earshot.aws.client.Clients;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whatever is delivered, however often, in whatever order, and wherever the process ends: the
 * counts are those of the posts that are left.
 */
final class CountsExactnessTest {
    private static final int RUNS = 200;
    private static final int COPIES = 3;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private final Clients clients = LocalDynamo.running().clients();
    private final DynamoDbClient plain = clients.dynamoDb();
    private final S3Client s3 = LocalS3.running().clients().s3();
    private final String table = LocalDynamo.running().newTable(plain);
    private final String bucket = LocalS3.running().newBucket(s3);

    @Test
    void counts_duplicatesReorderingAndCrashes_areThoseOfThePostsLeft() throws Exception {
        var injected = new TreeMap<String, Integer>();
        var runs = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<Future<Map<String, Integer>>>();
            for (long seed = 0; seed < RUNS; seed++) {
                long run = seed;
                Callable<Map<String, Integer>> task = () -> run(run);
                results.add(threads.submit(task));
            }
            for (Future<Map<String, Integer>> result : results) {
                result.get().forEach((what, times) -> injected.merge(what, times, Integer::sum));
                runs.incrementAndGet();
            }
        }
        System.out.println("MEASURED exact in " + runs + " of " + RUNS + " runs; " + injected);

        for (Faults.Phase phase : Faults.Phase.values()) {
            for (String write : List.of("TransactWriteItems", "PutItem", "PutObject")) {
                assertThat(injected).containsKey(write + " " + phase);
            }
        }
    }

    private Map<String, Integer> run(long seed) throws Exception {
        var random = new Random(seed);
        History history = History.random(seed);
        var deliveries = new ArrayList<PostChange>();
        for (int copy = 0; copy < COPIES; copy++) {
            deliveries.addAll(history.changes());
        }
        Collections.shuffle(deliveries, random);
        var queue = new ConcurrentLinkedQueue<List<PostChange>>();
        for (int start = 0; start < deliveries.size(); ) {
            int end = Math.min(deliveries.size(), start + 1 + random.nextInt(12));
            queue.add(List.copyOf(deliveries.subList(start, end)));
            start = end;
        }
        int turn = random.nextInt(4);
        var disturb = new Faults((kind, write) -> fault(kind, write, turn));
        // Every batch takes a while, so that compactions settle and replaced partials are removed.
        var time = new AtomicLong();
        InstantSource clock =
                () -> Instant.parse("2026-03-05T00:00:00Z").plus(Duration.ofMinutes(time.get()));
        try (Clients disturbed = LocalDynamo.running().clients(disturb);
                Clients disturbedS3 = new Clients(LocalS3.running().access(), List.of(disturb))) {
            DynamoDbClient dynamo = disturbed.dynamoDb();
            S3Client objects = disturbedS3.s3();
            Callable<Integer> worker = () -> work(queue, history, dynamo, objects, clock, time);
            // Every fourth run has two competing workers.
            if (seed % 4 == 0) {
                try (var threads = Executors.newFixedThreadPool(2)) {
                    for (Future<Integer> done : threads.invokeAll(List.of(worker, worker))) {
                        done.get();
                    }
                }
            } else {
                worker.call();
            }
        }
        check(seed, history, clock);
        return disturb.injected();
    }

    /** The first transactions and the first few other writes of a run are hit in one phase each. */
    private static Optional<Faults.Phase> fault(String kind, int write, int turn) {
        Faults.Phase[] phases = Faults.Phase.values();
        int faults = kind.equals("TransactWriteItems") ? 6 : 2;
        return write <= faults
                ? Optional.of(phases[(write + turn) % phases.length])
                : Optional.empty();
    }

    /** Takes batches until none is left; a batch that fails is delivered again. */
    private int work(
            ConcurrentLinkedQueue<List<PostChange>> queue,
            History history,
            DynamoDbClient dynamo,
            S3Client objects,
            InstantSource clock,
            AtomicLong time) {
        int crashes = 0;
        var process = new Instance(dynamo, objects, clock);
        for (List<PostChange> batch = queue.poll(); batch != null; batch = queue.poll()) {
            time.addAndGet(10);
            try {
                process.handle(history, batch);
            } catch (Faults.Crash | StoreException e) {
                queue.add(batch);
                process = new Instance(dynamo, objects, clock);
                crashes++;
            }
        }
        return crashes;
    }

    /** What a process holds in memory, lost when it ends. */
    private final class Instance {
        private final DynamoAnalysisStore store;
        private final TextVault vault;

        Instance(DynamoDbClient dynamo, S3Client objects, InstantSource clock) {
            this.store =
                    new DynamoAnalysisStore(
                            dynamo, table, Retention.STANDARD, clock, new SecureRandom(), 4, 3);
            this.vault = new S3TextVault(objects, bucket, clock, new SecureRandom());
        }

        void handle(History history, List<PostChange> batch) {
            List<String> texts =
                    batch.stream()
                            .filter(PostChange.Store.class::isInstance)
                            .map(change -> text(((PostChange.Store) change).analysis()))
                            .toList();
            List<SealedText> sealed = vault.seal(history.workspace(), texts);
            List<PostChange> changes = new ArrayList<>();
            int next = 0;
            for (PostChange change : batch) {
                changes.add(
                        change instanceof PostChange.Store store
                                ? new PostChange.Store(
                                        withText(store.analysis(), Optional.of(sealed.get(next++))))
                                : change);
            }
            store.commit(history.workspace(), changes);
        }
    }

    private void check(long seed, History history, InstantSource clock) {
        var store =
                new DynamoAnalysisStore(
                        plain, table, Retention.STANDARD, clock, new SecureRandom());
        var vault = new S3TextVault(s3, bucket, clock, new SecureRandom());
        Map<String, WindowCounts> recount = new HashMap<>();
        List<PostAnalysis> live = new ArrayList<>();
        for (StoredPost state : store.find(history.workspace(), history.ids()).values()) {
            if (state instanceof StoredPost.Live found) {
                live.add(withText(found.analysis(), Optional.empty()));
                found.analysis()
                        .brands()
                        .forEach(
                                brand ->
                                        recount.merge(
                                                brand,
                                                WindowCounts.of(found.analysis(), brand),
                                                WindowCounts::plus));
                assertThat(found.analysis().text().flatMap(vault::open))
                        .as("run %d, text", seed)
                        .contains(text(found.analysis()));
            }
        }
        assertThat(live)
                .as("run %d, posts", seed)
                .containsExactlyInAnyOrderElementsOf(history.survivors());
        var authors = new DynamoAuthorPosts(plain, table, clock);
        for (int author = 0; author < 3; author++) {
            AuthorRef ref = Posts.author(author);
            assertThat(authors.posts(history.workspace(), ref))
                    .as("run %d, author %d", seed, author)
                    .containsExactlyInAnyOrderElementsOf(
                            history.survivors().stream()
                                    .flatMap(post -> AuthorPost.of(post).stream())
                                    .filter(post -> post.author().ref().equals(ref))
                                    .toList());
        }
        for (String brand : History.BRANDS) {
            List<CountDelta> counts = store.counts(history.workspace(), brand, FROM, TO);
            assertThat(Ledger.sum(expectedDeltas(history, brand)))
                    .as("run %d, %s by minute", seed, brand)
                    .containsExactlyInAnyOrderElementsOf(counts);
            assertThat(
                            counts.stream()
                                    .map(CountDelta::counts)
                                    .reduce(WindowCounts.NONE, WindowCounts::plus))
                    .as("run %d, %s", seed, brand)
                    .isEqualTo(history.counts().get(brand))
                    .isEqualTo(recount.getOrDefault(brand, WindowCounts.NONE));
            assertThat(
                            store.brandPosts(
                                    new BrandPosts(
                                            history.workspace(),
                                            brand,
                                            Optional.empty(),
                                            FROM,
                                            TO,
                                            Optional.empty(),
                                            100)))
                    .as("run %d, page of %s", seed, brand)
                    .extracting(PostAnalysis::id)
                    .containsExactlyInAnyOrderElementsOf(
                            history.survivors().stream()
                                    .filter(post -> post.brands().contains(brand))
                                    .map(PostAnalysis::id)
                                    .toList());
        }
    }

    private static List<CountDelta> expectedDeltas(History history, String brand) {
        return history.survivors().stream()
                .flatMap(post -> post.deltas().stream())
                .filter(delta -> delta.brandId().equals(brand))
                .toList();
    }

    private static String text(PostAnalysis post) {
        return "words of " + post.id() + " at " + post.revision().edit();
    }

    private static PostAnalysis withText(PostAnalysis post, Optional<SealedText> text) {
        return new PostAnalysis(
                post.workspace(),
                post.id(),
                post.otherIds(),
                post.revision(),
                post.createdAt(),
                post.analysedAt(),
                post.reading(),
                post.brands(),
                post.author(),
                post.engagement(),
                post.media(),
                text,
                post.models(),
                post.context());
    }
}
