package dev.earshot.aws.post;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.client.Parallel;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.StoreException;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Carries out commits: reads, lets the {@link Ledger} decide, writes in transactions, and retries
 * the changes of those transactions that lost to another writer. Thread-safe.
 */
final class Committer {
    /**
     * Actions in one transaction: <a
     * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">limit</a>.
     */
    static final int MAX_ACTIONS = 100;

    private static final Set<String> TRANSIENT =
            Set.of(
                    "None",
                    "ConditionalCheckFailed",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final PostRows rows;
    private final BrandDays days;
    private final AuthorWrites authors;

    Committer(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random,
            PostRows rows,
            BrandDays days) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(random);
        this.rows = rows;
        this.days = days;
        this.authors = new AuthorWrites(client, table, retention, clock, random);
    }

    /**
     * Applies the changes.
     *
     * @param read rows to judge the changes against at first; what is missing is read, and all is
     *     read anew after another writer was faster
     * @param written is told the partition of each partial count that was written
     */
    List<Ledger.Effect> commit(
            WorkspaceId workspace,
            List<PostChange> asked,
            Map<PostId, PostRow> read,
            Set<PartialPlace> written) {
        List<PostChange> changes = asked.stream().map(PostItem::rounded).toList();
        var effects = new HashMap<Integer, Ledger.Effect>();
        List<Integer> open = IntStream.range(0, changes.size()).boxed().toList();
        Map<PostId, PostRow> known = read;
        int failed = 0;
        while (!open.isEmpty()) {
            if (failed > 0) {
                backoff.pause(failed, "commit " + open.size() + " changes against other writers");
            }
            var progress = new AtomicBoolean();
            Map<PostId, PostRow> found =
                    rows.families(workspace, open.stream().map(changes::get).toList(), known);
            open = round(workspace, changes, open, found, effects, written, progress);
            known = Map.of();
            failed = progress.get() ? 0 : failed + 1;
        }
        return IntStream.range(0, changes.size()).mapToObj(i -> effect(effects, i)).toList();
    }

    /** Deletes the tombstones under some ids; a post that is live by then stays. */
    void forget(WorkspaceId workspace, Collection<PostId> ids) {
        Parallel.map(
                List.copyOf(new LinkedHashSet<>(ids)),
                id -> {
                    try {
                        client.deleteItem(
                                delete ->
                                        delete.tableName(table)
                                                .key(
                                                        TableItem.key(
                                                                Keys.post(workspace, id),
                                                                Keys.ONLY))
                                                .conditionExpression("k = :tombstone")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":tombstone",
                                                                TableItem.text(
                                                                        PostItem.TOMBSTONE))));
                        return true;
                    } catch (ConditionalCheckFailedException e) {
                        return false;
                    } catch (SdkException e) {
                        throw Failures.because("forget a removed post", e);
                    }
                });
    }

    private static Ledger.Effect effect(Map<Integer, Ledger.Effect> effects, int index) {
        Ledger.Effect effect = effects.get(index);
        if (effect == null) {
            throw new IllegalStateException("change " + index + " must have an effect");
        }
        return effect;
    }

    /** Makes one pass over the open changes; returns those still to do. */
    private List<Integer> round(
            WorkspaceId workspace,
            List<PostChange> changes,
            List<Integer> open,
            Map<PostId, PostRow> read,
            Map<Integer, Ledger.Effect> effects,
            Set<PartialPlace> written,
            AtomicBoolean progress) {
        Instant now = clock.instant();
        authors.announce(workspace);
        var planned = new ArrayList<PlannedChange>();
        var again = new ArrayList<Integer>();
        for (List<Integer> indices : families(changes, open, read)) {
            var change = PlannedChange.of(indices, changes, read, retention, now);
            if (change.fits()) {
                planned.add(change);
            } else {
                // A step that loses to another writer is simply planned again, with the rest.
                List<PlannedChange> step = List.of(change.step());
                days.announce(workspace, days(step, now), now);
                boolean stepped = write(workspace, step, now, written);
                progress.compareAndSet(false, stepped);
                again.addAll(change.changes());
            }
        }
        days.announce(workspace, days(planned, now), now);
        List<List<PlannedChange>> chunks = chunks(planned);
        List<Boolean> done = Parallel.map(chunks, chunk -> write(workspace, chunk, now, written));
        for (int i = 0; i < chunks.size(); i++) {
            for (PlannedChange change : chunks.get(i)) {
                if (done.get(i)) {
                    progress.set(true);
                    record(change, effects);
                } else {
                    again.addAll(change.changes());
                }
            }
        }
        Collections.sort(again);
        return again;
    }

    private static void record(PlannedChange change, Map<Integer, Ledger.Effect> effects) {
        for (int i = 0; i < change.changes().size(); i++) {
            effects.put(change.changes().get(i), change.effects().get(i));
        }
    }

    /** Groups changes whose families of ids overlap; keeps their order. */
    private static List<List<Integer>> families(
            List<PostChange> changes, List<Integer> open, Map<PostId, PostRow> read) {
        var states = new HashMap<PostId, StoredPost>();
        read.forEach(
                (id, row) -> {
                    if (row.state() != null) {
                        states.put(id, row.state());
                    }
                });
        var sets = new Partition<PostId>();
        for (int index : open) {
            sets.join(Ledger.family(changes.get(index), states));
        }
        var families = new LinkedHashMap<PostId, List<Integer>>();
        for (int index : open) {
            families.computeIfAbsent(sets.of(changes.get(index).id()), id -> new ArrayList<>())
                    .add(index);
        }
        return List.copyOf(families.values());
    }

    /** Packs planned changes into transactions, those of the same brand and hour side by side. */
    private static List<List<PlannedChange>> chunks(List<PlannedChange> planned) {
        List<PlannedChange> sorted =
                planned.stream().sorted(Comparator.comparing(Committer::firstWindow)).toList();
        var chunks = new ArrayList<List<PlannedChange>>();
        var chunk = new ArrayList<PlannedChange>();
        var windows = new HashSet<PartialCount.Window>();
        int actions = 0;
        for (PlannedChange change : sorted) {
            var more = new HashSet<>(windows);
            more.addAll(change.windows());
            if (!chunk.isEmpty() && actions + change.actions() + more.size() > MAX_ACTIONS) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                actions = 0;
                more = new HashSet<>(change.windows());
            }
            chunk.add(change);
            windows.clear();
            windows.addAll(more);
            actions += change.actions();
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }

    private static String firstWindow(PlannedChange change) {
        return change.windows().stream()
                .map(window -> window.brandId() + " " + window.hour())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static Set<BrandDays.Day> days(List<PlannedChange> planned, Instant now) {
        var days = new TreeSet<BrandDays.Day>();
        for (PlannedChange change : planned) {
            for (PlannedChange.LinkMove move : change.links()) {
                days.add(new BrandDays.Day(move.brandId(), Keys.day(move.post().createdAt())));
            }
            for (PlannedChange.CountMove move : change.moves().keySet()) {
                days.add(new BrandDays.Day(move.brandId(), Keys.day(move.minute())));
                if (move.window().late(Keys.day(now))) {
                    days.add(BrandDays.Day.late(move.brandId(), Keys.day(now)));
                }
            }
        }
        return days;
    }

    /**
     * Writes one chunk in one transaction; false if another writer was faster and nothing was
     * written.
     */
    private boolean write(
            WorkspaceId workspace,
            List<PlannedChange> chunk,
            Instant now,
            Set<PartialPlace> written) {
        var actions = new ArrayList<TransactWriteItem>();
        for (PlannedChange change : chunk) {
            change.writes().forEach(write -> actions.add(put(workspace, write)));
            change.links().forEach(move -> actions.add(link(workspace, move)));
            authors.add(workspace, change.authors(), actions);
            change.removed().forEach(id -> actions.add(withoutFeedback(workspace, id)));
            change.cases().forEach(move -> actions.add(move.action(table)));
        }
        if (actions.isEmpty()) {
            return true;
        }
        var places = new ArrayList<PartialPlace>();
        partials(chunk)
                .forEach(
                        (window, minutes) -> {
                            PartialPlace place = window.place(workspace, Keys.day(now), random);
                            places.add(place);
                            var partial =
                                    new PartialCount(
                                            PartialCount.sortKey(place.hourPrefix(), newId()),
                                            minutes,
                                            window.expiresAt(),
                                            List.of());
                            actions.add(fresh(partial.write(place.partition())));
                        });
        boolean done = transact(actions);
        if (done) {
            written.addAll(places);
        }
        return done;
    }

    private TransactWriteItem withoutFeedback(WorkspaceId workspace, PostId id) {
        return TransactWriteItem.builder()
                .delete(
                        Delete.builder()
                                .tableName(table)
                                .key(TableItem.key(Keys.feedback(workspace), id.toString()))
                                .build())
                .build();
    }

    private static Map<PartialCount.Window, Map<Integer, WindowCounts>> partials(
            List<PlannedChange> chunk) {
        var minutes = new LinkedHashMap<PartialCount.Window, Map<Integer, WindowCounts>>();
        for (PlannedChange change : chunk) {
            change.moves()
                    .forEach(
                            (move, counts) ->
                                    minutes.computeIfAbsent(
                                                    move.window(), window -> new HashMap<>())
                                            .merge(
                                                    PartialCount.minuteOfHour(move.minute()),
                                                    counts,
                                                    WindowCounts::plus));
        }
        minutes.values().forEach(byMinute -> byMinute.values().removeIf(WindowCounts::isEmpty));
        minutes.values().removeIf(Map::isEmpty);
        return minutes;
    }

    private TransactWriteItem put(WorkspaceId workspace, PlannedChange.Write write) {
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(
                                PostItem.write(
                                        workspace,
                                        write.id(),
                                        write.after(),
                                        write.before().version() + 1,
                                        write.expiresAt(),
                                        write.countExpiry()));
        if (write.before().version() == 0) {
            put.conditionExpression("attribute_not_exists(PK)");
        } else {
            put.conditionExpression("v = :v")
                    .expressionAttributeValues(
                            Map.of(":v", TableItem.number(write.before().version())));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem link(WorkspaceId workspace, PlannedChange.LinkMove move) {
        String pk = Keys.brandDay(workspace, move.brandId(), Keys.day(move.post().createdAt()));
        String sk = Keys.link(move.post().createdAt(), move.post().id());
        if (!move.put()) {
            return TransactWriteItem.builder()
                    .delete(Delete.builder().tableName(table).key(TableItem.key(pk, sk)).build())
                    .build();
        }
        TableItem item =
                TableItem.at(pk, sk).with("l", move.code()).with(Keys.EXPIRES_AT, move.expiresAt());
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item.attributes()).build())
                .build();
    }

    private TransactWriteItem fresh(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(
                        Put.builder()
                                .tableName(table)
                                .item(item)
                                .conditionExpression("attribute_not_exists(PK)")
                                .build())
                .build();
    }

    private boolean transact(List<TransactWriteItem> actions) {
        // All of the SDK's attempts carry one token, so a retry after a lost answer has no second
        // effect.
        var request =
                TransactWriteItemsRequest.builder()
                        .transactItems(actions)
                        .clientRequestToken(newId() + newId())
                        .build();
        try {
            Failures.in("write a transaction", () -> client.transactWriteItems(request));
            return true;
        } catch (StoreException e) {
            if (lostRace(e.getCause())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean lostRace(@Nullable Throwable cause) {
        return switch (cause) {
            case TransactionCanceledException cancelled ->
                    cancelled.hasCancellationReasons()
                            && cancelled.cancellationReasons().stream()
                                    .map(CancellationReason::code)
                                    .allMatch(code -> code == null || TRANSIENT.contains(code));
            case TransactionConflictException conflict -> true;
            case TransactionInProgressException running -> true;
            case null, default -> false;
        };
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }

    /** The partition and hour in which a partial count was written. */
    record PartialPlace(String partition, String hourPrefix) {}
}
