package dev.earshot.aws.post;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.post.PlannedChange.CountMove;
import dev.earshot.aws.post.PlannedChange.Write;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.Transactions;
import dev.earshot.aws.usage.UsageWrites;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Stores new posts for one write unit each instead of a transaction's two, and counts each exactly
 * once all the same.
 *
 * <p>Three steps: an item, the journal, names the posts that are about to come; each post is put by
 * itself, on condition that nothing is there, and names the journal ({@code j}); one transaction
 * writes the links and counts of those posts that were put, and deletes the journal. So a post that
 * names a journal is counted if the journal is gone, or lists it among the posts that it counted
 * ({@code s}); otherwise it is still to be counted. Whoever finds such a post counts it first
 * ({@link #settle}): the delivery that comes again after a crash, and every writer that is about to
 * change the post. All of them go through the journal's version ({@code n}), so only one succeeds.
 * The reasoning, crash by crash: decision 18.
 *
 * <p>Thread-safe.
 */
final class PostJournal {
    /**
     * Fewer posts are cheaper in one transaction: a journal costs a unit to write and two to
     * delete, for each kilobyte.
     */
    static final int MIN_POSTS = 4;

    /** Keeps the journal's item and the links in one block's update small. */
    static final int MAX_POSTS = 200;

    /**
     * Brands and hours: each costs a partial count and a block of links; the journal costs one
     * action, and what was used one.
     */
    static final int MAX_WINDOWS = (Transactions.MAX_ACTIONS - 2) / 2;

    /** A queue keeps a message for 14 days at most; nothing is delivered again after that. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int REMEMBERED = 10_000;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final PostRows rows;
    private final BrandDays days;
    private final CountWrites counts;
    private final UsageWrites usage;
    private final Transactions transactions;
    private final TableBatches batches;
    private final Backoff backoff;
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    PostJournal(
            DynamoDbClient client,
            String table,
            InstantSource clock,
            RandomGenerator random,
            PostRows rows,
            BrandDays days,
            UsageWrites usage) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.random = random;
        this.rows = rows;
        this.days = days;
        this.counts = new CountWrites(table, random);
        this.usage = usage;
        this.transactions = new Transactions(client, random);
        this.backoff = new Backoff(random);
        this.batches = new TableBatches(client, table, clock, backoff, "journals of posts");
    }

    /**
     * Stores new posts.
     *
     * @param posts {@link PlannedChange#isNewPost}, at most {@value #MAX_POSTS} in at most {@link
     *     #MAX_WINDOWS} hours of brands, whose days are announced
     * @param written is told the partition of each partial count
     * @return for each whether it is stored; false if another writer was faster
     */
    List<Boolean> store(
            WorkspaceId workspace,
            List<PlannedChange> posts,
            Instant now,
            Set<Committer.PartialPlace> written) {
        String id = newId();
        List<Write> writes = posts.stream().map(post -> post.writes().getFirst()).toList();
        open(workspace, id, writes, now);
        var places = new LinkBlocks(workspace, id);
        posts.forEach(post -> post.expectLinks(places));
        List<PostRow> stored = posts.stream().map(post -> stored(post, id, places)).toList();
        List<Boolean> done =
                Parallel.map(
                        List.copyOf(range(writes.size())),
                        i -> put(workspace, writes.get(i), id, stored.get(i).links(), now));
        var rest = new ArrayList<PostRow>();
        for (int i = 0; i < done.size(); i++) {
            if (done.get(i)) {
                rest.add(stored.get(i));
            }
        }
        // Nothing more comes from here, so the journal goes, whatever it waited for.
        if (count(workspace, new Journal(id, 0, List.of(), Set.of()), rest, true, written)) {
            remember(id);
        } else {
            settle(workspace, id, true, written);
        }
        return done;
    }

    /** Counts what these journals have not counted yet of the posts that are there. */
    void settle(
            WorkspaceId workspace, Collection<String> ids, Set<Committer.PartialPlace> written) {
        List<String> open =
                new TreeSet<>(ids).stream().filter(id -> !settled.contains(id)).toList();
        if (open.isEmpty()) {
            return;
        }
        Map<String, TableItem> found =
                batches.get(open.stream().map(id -> key(workspace, id)).toList());
        for (String id : open) {
            if (found.containsKey(Keys.journal(workspace, id) + " " + Keys.ONLY)) {
                settle(workspace, id, false, written);
            } else {
                remember(id);
            }
        }
    }

    /**
     * @param last whether no post can come any more that names the journal
     */
    private void settle(
            WorkspaceId workspace, String id, boolean last, Set<Committer.PartialPlace> written) {
        for (int attempt = 0; ; attempt++) {
            if (attempt > 0) {
                backoff.pause(attempt, "count the posts of a journal");
            }
            TableItem item =
                    batches.get(List.of(key(workspace, id)))
                            .get(Keys.journal(workspace, id) + " " + Keys.ONLY);
            if (item == null) {
                remember(id);
                return;
            }
            Journal journal = Journal.read(id, item);
            List<PostId> waiting =
                    journal.ids().stream()
                            .filter(post -> !journal.counted().contains(post))
                            .toList();
            List<PostRow> rest =
                    rows.read(workspace, waiting).values().stream()
                            .filter(row -> row.journal().equals(id))
                            .toList();
            boolean whole = last || rest.size() == waiting.size();
            if (rest.isEmpty() && !whole) {
                return;
            }
            if (count(workspace, journal, rest, whole, written)) {
                if (whole) {
                    remember(id);
                }
                return;
            }
        }
    }

    /** Counts posts and says so in the journal, or deletes it; false if it has changed. */
    private boolean count(
            WorkspaceId workspace,
            Journal journal,
            List<PostRow> posts,
            boolean whole,
            Set<Committer.PartialPlace> written) {
        Instant now = clock.instant();
        List<Map<CountMove, WindowCounts>> moves = posts.stream().map(PostJournal::moves).toList();
        days.announce(workspace, CountWrites.days(moves, now), now);
        var places = new ArrayList<Committer.PartialPlace>();
        var actions = new ArrayList<>(counts.actions(workspace, moves, now, places));
        var links = new LinkBlocks(workspace, journal.id());
        for (PostRow row : posts) {
            PostAnalysis post = row.live().orElseThrow();
            row.links().forEach((brand, place) -> links.put(brand, post, place, row.expiresAt()));
        }
        actions.addAll(links.actions(table));
        if (!posts.isEmpty()) {
            actions.add(usage.add(workspace, UsageKind.POSTS, new Used(posts.size(), 0), now));
        }
        actions.add(whole ? delete(workspace, journal) : update(workspace, journal, posts));
        boolean done = transactions.write(actions);
        if (done) {
            written.addAll(places);
        }
        return done;
    }

    private static Map<CountMove, WindowCounts> moves(PostRow row) {
        var moves = new LinkedHashMap<CountMove, WindowCounts>();
        for (CountDelta delta : row.live().orElseThrow().deltas()) {
            moves.put(
                    new CountMove(delta.brandId(), delta.minute(), row.countExpiry()),
                    delta.counts());
        }
        return moves;
    }

    private static PostRow stored(PlannedChange post, String id, LinkBlocks places) {
        Write write = post.writes().getFirst();
        return new PostRow(
                write.after(),
                write.before().version() + 1,
                write.expiresAt(),
                write.countExpiry(),
                id,
                post.linkPlaces(write, places));
    }

    private void open(WorkspaceId workspace, String id, List<Write> writes, Instant now) {
        TableItem item =
                TableItem.at(Keys.journal(workspace, id), Keys.ONLY)
                        .with("n", 0)
                        .with("ids", writes.stream().map(write -> write.id().toString()).toList())
                        .with(Keys.EXPIRES_AT, now.plus(KEPT).getEpochSecond());
        var request = PutItemRequest.builder().tableName(table).item(item.attributes()).build();
        Failures.in("open a journal of posts", () -> client.putItem(request));
    }

    private boolean put(
            WorkspaceId workspace,
            Write write,
            String id,
            Map<String, LinkBlocks.Place> links,
            Instant now) {
        var request =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(PostItem.write(workspace, write, id, links, now))
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        return put("store a post", request, item -> id.equals(TableItem.of(item).text("j", "")));
    }

    /**
     * Rewrites a post whose counts and links stay as they are, so that it may go on naming a
     * journal.
     *
     * @return false if another writer was faster
     */
    boolean rewrite(WorkspaceId workspace, Write write, Instant now) {
        PostRow before = write.before();
        Map<String, AttributeValue> item =
                PostItem.write(workspace, write, before.journal(), before.links(), now);
        var request =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("v = :v")
                        .expressionAttributeValues(Map.of(":v", TableItem.number(before.version())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        return put("rewrite a post", request, item::equals);
    }

    private boolean put(
            String what, PutItemRequest request, Predicate<Map<String, AttributeValue>> isOurs) {
        return Failures.in(
                what,
                () -> {
                    try {
                        client.putItem(request);
                        return true;
                    } catch (ConditionalCheckFailedException e) {
                        // An attempt whose answer was lost has put it already.
                        return e.hasItem() && isOurs.test(e.item());
                    }
                });
    }

    private TransactWriteItem delete(WorkspaceId workspace, Journal journal) {
        return TransactWriteItem.builder()
                .delete(
                        Delete.builder()
                                .tableName(table)
                                .key(key(workspace, journal.id()))
                                .conditionExpression("n = :n")
                                .expressionAttributeValues(
                                        Map.of(":n", TableItem.number(journal.version())))
                                .build())
                .build();
    }

    private TransactWriteItem update(WorkspaceId workspace, Journal journal, List<PostRow> posts) {
        var counted = new ArrayList<AttributeValue>();
        journal.counted().forEach(id -> counted.add(TableItem.text(id.toString())));
        posts.forEach(row -> counted.add(TableItem.text(row.live().orElseThrow().id().toString())));
        var values = new HashMap<String, AttributeValue>();
        values.put(":n", TableItem.number(journal.version()));
        values.put(":next", TableItem.number(journal.version() + 1));
        values.put(":s", AttributeValue.fromL(counted));
        return TransactWriteItem.builder()
                .update(
                        Update.builder()
                                .tableName(table)
                                .key(key(workspace, journal.id()))
                                .updateExpression("SET n = :next, s = :s")
                                .conditionExpression("n = :n")
                                .expressionAttributeValues(values)
                                .build())
                .build();
    }

    private void remember(String id) {
        if (settled.size() > REMEMBERED) {
            settled.clear();
        }
        settled.add(id);
    }

    private static Map<String, AttributeValue> key(WorkspaceId workspace, String id) {
        return TableItem.key(Keys.journal(workspace, id), Keys.ONLY);
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }

    /**
     * @param version increased by each writer that counts some of its posts
     * @param counted the posts that it has counted, though others may still come
     */
    private record Journal(String id, long version, List<PostId> ids, Set<PostId> counted) {
        static Journal read(String id, TableItem item) {
            return new Journal(
                    id,
                    item.number("n", 0),
                    item.texts("ids").stream().map(Keys::postId).toList(),
                    Set.copyOf(item.texts("s").stream().map(Keys::postId).toList()));
        }
    }
}
