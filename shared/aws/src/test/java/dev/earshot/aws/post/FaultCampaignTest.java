package dev.earshot.aws.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.Faults;
import dev.earshot.aws.LocalDynamo;
import dev.earshot.aws.client.Clients;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.StoreException;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deliveries that come three times, out of order and in batches that may hold many new posts, to
 * one or two workers that die before, inside and after any write, while calls are throttled, slow
 * or lose their answers and clocks jump a day; batches that fail too often wait among the dead
 * letters and come back at the end. None may be lost and none counted twice.
 *
 * <p>{@code -Dearshot.campaign.runs=10000} says how many runs, {@code -Dearshot.campaign.first}
 * with which seed to begin.
 */
final class FaultCampaignTest {
    private static final int RUNS = Integer.getInteger("earshot.campaign.runs", 200);
    private static final long FIRST = Long.getLong("earshot.campaign.first", 0);
    private static final int COPIES = 3;
    private static final int MAX_RECEIVES = 3;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private final DynamoDbClient plain = LocalDynamo.running().clients().dynamoDb();

    private record Delivery(List<PostChange> changes, int receives) {}

    @Test
    @Tag("long")
    void counts_whateverBefallsTheWorkers_areThoseOfThePostsLeft() throws Exception {
        var injected = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = new ArrayList<Future<Map<String, Integer>>>();
            for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
                long run = seed;
                Callable<Map<String, Integer>> task = () -> new Run(run).exact();
                results.add(threads.submit(task));
            }
            for (Future<Map<String, Integer>> result : results) {
                result.get().forEach((what, times) -> injected.merge(what, times, Integer::sum));
            }
        }
        System.out.println("MEASURED exact in " + RUNS + " runs from " + FIRST + "; " + injected);

        for (Faults.Phase phase : Faults.Phase.values()) {
            for (String write : List.of("TransactWriteItems", "PutItem")) {
                assertThat(injected).containsKey(write + " " + phase);
            }
        }
        assertThat(injected).containsKeys("throttled", "slow", "redriven", "journals cut off");
    }

    private final class Run {
        private final long seed;
        private final String table = LocalDynamo.running().newTable(plain);
        private final History history;
        private final Random random;
        private final AtomicLong minutes = new AtomicLong();
        private final ConcurrentLinkedQueue<Delivery> queue = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Delivery> dead = new ConcurrentLinkedQueue<>();
        private final Map<String, Integer> injected = new TreeMap<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.history = History.random(seed, 4 + random.nextInt(20));
        }

        /** Runs and checks; returns what was injected. */
        Map<String, Integer> exact() throws Exception {
            deliver();
            // After its first writes a run is left in peace, so that it ends.
            var crashes = new Random(seed);
            var faults =
                    new Faults(
                            (operation, n) ->
                                    n < 60 ? Weather.crash(crashes, 12) : Optional.empty());
            var weather = new Weather(seed, random.nextInt(4));
            try (Clients disturbed = LocalDynamo.running().clients(faults, weather)) {
                DynamoDbClient dynamo = disturbed.dynamoDb();
                int workers = 1 + random.nextInt(2);
                Callable<Integer> worker = () -> work(dynamo);
                try (var threads = Executors.newFixedThreadPool(workers)) {
                    for (Future<Integer> done :
                            threads.invokeAll(Collections.nCopies(workers, worker))) {
                        done.get();
                    }
                }
            }
            injected.put("journals cut off", journals());
            injected.put("redriven", dead.size());
            queue.addAll(dead);
            work(plain);
            check();
            faults.injected().forEach((what, n) -> injected.merge(what, n, Integer::sum));
            weather.injected().forEach((what, n) -> injected.merge(what, n, Integer::sum));
            return injected;
        }

        private void deliver() {
            var deliveries = new ArrayList<PostChange>();
            for (int copy = 0; copy < COPIES; copy++) {
                deliveries.addAll(history.changes());
            }
            if (random.nextBoolean()) {
                Collections.shuffle(deliveries, random);
            }
            for (int start = 0; start < deliveries.size(); ) {
                int end = Math.min(deliveries.size(), start + 1 + random.nextInt(24));
                queue.add(new Delivery(List.copyOf(deliveries.subList(start, end)), 1));
                start = end;
            }
        }

        /** Each worker has its own clock, a day wrong now and then. */
        private int work(DynamoDbClient dynamo) {
            var skew = new AtomicLong();
            InstantSource clock =
                    () ->
                            Instant.parse("2026-03-05T00:00:00Z")
                                    .plus(Duration.ofMinutes(minutes.get()))
                                    .plus(Duration.ofDays(skew.get()));
            DynamoAnalysisStore store = store(dynamo, clock);
            int crashes = 0;
            for (Delivery each = queue.poll(); each != null; each = queue.poll()) {
                minutes.addAndGet(10);
                skew.set(drawn(8) == 0 ? drawn(3) - 1 : 0);
                try {
                    store.commit(history.workspace(), each.changes());
                } catch (Faults.Crash | StoreException e) {
                    crashes++;
                    store = store(dynamo, clock);
                    var again = new Delivery(each.changes(), each.receives() + 1);
                    (each.receives() < MAX_RECEIVES ? queue : dead).add(again);
                }
            }
            return crashes;
        }

        private int drawn(int bound) {
            synchronized (random) {
                return random.nextInt(bound);
            }
        }

        private DynamoAnalysisStore store(DynamoDbClient dynamo, InstantSource clock) {
            return new DynamoAnalysisStore(
                    dynamo, table, Retention.STANDARD, clock, new SecureRandom(), 4, 3);
        }

        private int journals() {
            return (int)
                    plain.scanPaginator(scan -> scan.tableName(table)).items().stream()
                            .filter(item -> TableItem.of(item).need(Keys.PK).startsWith("NP#"))
                            .count();
        }

        private void check() {
            InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-20T00:00:00Z"));
            DynamoAnalysisStore store = store(plain, clock);
            assertThat(
                            store.find(history.workspace(), history.ids()).values().stream()
                                    .flatMap(state -> live(state).stream())
                                    .toList())
                    .as("run %d, posts", seed)
                    .containsExactlyInAnyOrderElementsOf(history.survivors());
            for (String brand : History.BRANDS) {
                List<CountDelta> counts = store.counts(history.workspace(), brand, FROM, TO);
                assertThat(counts)
                        .as("run %d, %s by minute", seed, brand)
                        .containsExactlyInAnyOrderElementsOf(Ledger.sum(expected(brand)));
                assertThat(
                                counts.stream()
                                        .map(CountDelta::counts)
                                        .reduce(WindowCounts.NONE, WindowCounts::plus))
                        .as("run %d, %s", seed, brand)
                        .isEqualTo(history.counts().get(brand));
                assertThat(page(store, brand))
                        .as("run %d, page of %s", seed, brand)
                        .containsExactlyElementsOf(newestFirst(brand));
            }
            checkAuthors(clock);
        }

        private void checkAuthors(InstantSource clock) {
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
        }

        private List<String> page(DynamoAnalysisStore store, String brand) {
            return store
                    .brandPosts(
                            new BrandPosts(
                                    history.workspace(),
                                    brand,
                                    Optional.empty(),
                                    FROM,
                                    TO,
                                    Optional.empty(),
                                    100))
                    .stream()
                    .map(post -> post.createdAt() + " " + post.id())
                    .toList();
        }

        private List<String> newestFirst(String brand) {
            return history.survivors().stream()
                    .filter(post -> post.brands().contains(brand))
                    .map(post -> post.createdAt() + " " + post.id())
                    .sorted(Collections.reverseOrder())
                    .toList();
        }

        private List<CountDelta> expected(String brand) {
            return history.survivors().stream()
                    .flatMap(post -> post.deltas().stream())
                    .filter(delta -> delta.brandId().equals(brand))
                    .toList();
        }
    }

    private static Optional<PostAnalysis> live(StoredPost state) {
        return state instanceof StoredPost.Live found
                ? Optional.of(found.analysis())
                : Optional.empty();
    }
}
