package dev.earshot.aws.post;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.aws.table.Transactions;
import dev.earshot.aws.usage.UsageWrites;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.Used;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Carries out commits: reads, lets the {@link Ledger} decide, writes, and retries the changes that
 * lost to another writer. New posts are written by a {@link PostJournal}, what changes neither
 * counts nor links by itself, and everything else in transactions ({@link Chunk}). Thread-safe.
 */
final class Committer {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final PostRows rows;
    private final BrandDays days;
    private final AuthorWrites authors;
    private final CountWrites counts;
    private final UsageWrites usage;
    private final Transactions transactions;
    private final PostJournal journal;

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
        this.counts = new CountWrites(table, random);
        this.usage = new UsageWrites(table, retention, random);
        this.transactions = new Transactions(client, random);
        this.journal = new PostJournal(client, table, clock, random, rows, days, usage);
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
        // What is about to change must be counted first, and what is delivered again may be what a
        // crash left uncounted.
        journal.settle(
                workspace,
                read.values().stream()
                        .map(PostRow::journal)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet()),
                written);
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
        List<Chunk> chunks = Chunk.of(planned);
        List<List<Boolean>> done =
                Parallel.map(chunks, chunk -> write(workspace, chunk, now, written));
        for (int i = 0; i < chunks.size(); i++) {
            List<PlannedChange> chunk = chunks.get(i).changes();
            for (int j = 0; j < chunk.size(); j++) {
                if (done.get(i).get(j)) {
                    progress.set(true);
                    record(chunk.get(j), effects);
                } else {
                    again.addAll(chunk.get(j).changes());
                }
            }
        }
        Collections.sort(again);
        return again;
    }

    /** Writes a chunk; tells of each change whether it is done, or another writer was faster. */
    private List<Boolean> write(
            WorkspaceId workspace, Chunk chunk, Instant now, Set<PartialPlace> written) {
        return switch (chunk.way()) {
            case BY_ITSELF ->
                    List.of(
                            journal.rewrite(
                                    workspace,
                                    chunk.changes().getFirst().writes().getFirst(),
                                    now));
            case BY_JOURNAL -> journal.store(workspace, chunk.changes(), now, written);
            case TOGETHER ->
                    Collections.nCopies(
                            chunk.changes().size(),
                            write(workspace, chunk.changes(), now, written));
        };
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

    private static Set<BrandDays.Day> days(List<PlannedChange> planned, Instant now) {
        Set<BrandDays.Day> days =
                CountWrites.days(planned.stream().map(PlannedChange::moves).toList(), now);
        for (PlannedChange change : planned) {
            for (PlannedChange.LinkMove move : change.links()) {
                days.add(new BrandDays.Day(move.brandId(), Keys.day(move.post().createdAt())));
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
        var links = new LinkBlocks(workspace, newId());
        chunk.forEach(change -> change.expectLinks(links));
        for (PlannedChange change : chunk) {
            change.writes()
                    .forEach(
                            write ->
                                    actions.add(
                                            put(
                                                    workspace,
                                                    write,
                                                    change.linkPlaces(write, links),
                                                    now)));
            change.moveLinks(links);
            authors.add(workspace, change.marks(), actions);
            change.removed().forEach(id -> actions.add(withoutFeedback(workspace, id)));
            change.cases().forEach(move -> actions.add(move.action(table)));
        }
        if (actions.isEmpty()) {
            return true;
        }
        actions.addAll(links.actions(table));
        var places = new ArrayList<PartialPlace>();
        actions.addAll(
                counts.actions(
                        workspace, chunk.stream().map(PlannedChange::moves).toList(), now, places));
        int reads = chunk.stream().mapToInt(PlannedChange::reads).sum();
        if (reads > 0) {
            actions.add(usage.add(workspace, UsageKind.POSTS, new Used(reads, 0), now));
        }
        boolean done = transactions.write(actions);
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

    private TransactWriteItem put(
            WorkspaceId workspace,
            PlannedChange.Write write,
            Map<String, LinkBlocks.Place> links,
            Instant now) {
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(PostItem.write(workspace, write, "", links, now));
        if (write.before().version() == 0) {
            put.conditionExpression("attribute_not_exists(PK)");
        } else {
            put.conditionExpression("v = :v")
                    .expressionAttributeValues(
                            Map.of(":v", TableItem.number(write.before().version())));
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private String newId() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }

    /** The partition and hour in which a partial count was written. */
    record PartialPlace(String partition, String hourPrefix) {}
}
