package dev.earshot.aws.post;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.table.Retention;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.PostScan;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Posts and counts in one DynamoDB table (keys {@code PK} and {@code SK}, lifetime {@code
 * expiresAt}), with one index for posts by author ({@link AuthorIndex}).
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>a post, its removal, or an alias</td><td>{@code P#<ws>#<platform>:<id>}</td><td>{@code A}
 * <tr><td>a block of a brand's links to posts</td><td>{@code B#<ws>#<brand>#<day>}</td>
 * <td>{@code <millis>#<id>}
 * <tr><td>a day on which a brand has posts</td><td>{@code D#<ws>#<brand>}</td><td>{@code <day>}
 * <tr><td>a partial count</td><td>{@code W#<ws>#<brand>#<day>#<shard>}</td>
 * <td>{@code <HH>#P#<id>}, compacted {@code <HH>#F#<seconds>#<id>}, head {@code <HH>#H}
 * <tr><td>a partial count of a day that was over</td>
 * <td>{@code WL#<ws>#<brand>#<day of counting>#<shard>}</td><td>the same after {@code <day>#}
 * <tr><td>a sum of counts</td><td>{@code R#<ws>#<brand>}</td><td>see {@link DayTotals}
 * <tr><td>a journal of new posts</td><td>{@code NP#<ws>#<id>}</td><td>{@code A}
 * </table>
 *
 * <p><b>Exactness.</b> What changes a post that is there, its links and the counts goes into one
 * transaction, as new partial counts, on condition that each post's item still has the version that
 * was read. New posts are written one by one and counted by one transaction ({@link PostJournal});
 * until then they can be read by their ids alone. So the counts are those of the live posts, and:
 *
 * <ul>
 *   <li>a crash before a transaction leaves at most an announced day without posts, which costs one
 *       extra read, and new posts that the repeated commit counts;
 *   <li>a crash during it, or a lost answer: the transaction took effect as a whole or not at all.
 *       The SDK's own retries carry the same token and have no second effect; a repeated commit
 *       reads the present state, and the {@link Ledger} finds nothing left to do for changes that
 *       took effect;
 *   <li>a crash after it, before the queue's message is deleted: the same;
 *   <li>a crash between the transactions of a large commit: some are done, and the repeated commit
 *       does the rest;
 *   <li>another writer was faster: the condition fails, nothing is written, and the ledger decides
 *       again on the present state.
 * </ul>
 *
 * <p>The text of a removed post becomes unreadable with the same transaction, since the only copy
 * of its key is in the item that the tombstone replaces. DynamoDB's own backups (35 days of
 * point-in-time recovery) hold the key for as long as they last; the text's object has its own,
 * shorter or equal lifetime.
 *
 * <p><b>Limits.</b> A partition takes 1,000 write units a second. A block of a hundred links costs
 * 8 in its transaction, so one brand takes some 12,000 mentions a second sustained; partial counts
 * are spread over {@value PartialCount#SHARDS} shards and shared by all posts of a journal, so they
 * are not the limit.
 *
 * <p>A result stored again after it has expired is counted again, since nothing records that it
 * existed. Thread-safe.
 */
public final class DynamoAnalysisStore implements AnalysisStore, PostScan {
    /** Busy hours are written often, so checking after one write in N is enough. */
    private static final int COMPACTION_CHECK_INTERVAL = 32;

    private final PostRows rows;
    private final Committer committer;
    private final BrandLinks links;
    private final PartialCounts counts;
    private final DayTotals totals;
    private final CountCompaction compaction;
    private final RandomGenerator random;
    private final int checkInterval;
    private final int compactionThreshold;

    /**
     * @param clock decides when items expire
     * @param random for ids, shards and delays; must be safe for use by several threads and seeded
     *     differently in each process, such as {@link java.security.SecureRandom}
     */
    public DynamoAnalysisStore(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this(
                client,
                table,
                retention,
                clock,
                random,
                COMPACTION_CHECK_INTERVAL,
                CountCompaction.COMPACTION_THRESHOLD);
    }

    /**
     * @param checkInterval one in this many written partials triggers a check of its hour
     * @param compactionThreshold minimum partials in an hour for it to be compacted
     */
    DynamoAnalysisStore(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random,
            int checkInterval,
            int compactionThreshold) {
        this.random = random;
        this.checkInterval = checkInterval;
        this.compactionThreshold = compactionThreshold;
        var backoff = new Backoff(random);
        var days = new BrandDays(client, table, retention);
        this.rows = new PostRows(client, table, clock, backoff);
        this.committer = new Committer(client, table, retention, clock, random, rows, days);
        this.links = new BrandLinks(client, table, clock, days, rows);
        this.counts = new PartialCounts(client, table, clock, days);
        this.totals = new DayTotals(client, table, retention, clock, days, counts);
        this.compaction = new CountCompaction(client, table, clock, random, counts);
    }

    @Override
    public Map<PostId, StoredPost> find(WorkspaceId workspace, Collection<PostId> ids) {
        return states(rows.read(workspace, ids));
    }

    private static Map<PostId, StoredPost> states(Map<PostId, PostRow> rows) {
        var states = new HashMap<PostId, StoredPost>();
        rows.forEach(
                (id, row) -> {
                    if (row.state() != null) {
                        states.put(id, row.state());
                    }
                });
        return states;
    }

    @Override
    public List<Ledger.Effect> commit(WorkspaceId workspace, List<PostChange> changes) {
        return commit(workspace, changes, Map.of());
    }

    @Override
    public List<Ledger.Effect> update(
            WorkspaceId workspace,
            Collection<PostId> ids,
            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
        Map<PostId, PostRow> read = rows.read(workspace, ids);
        return commit(workspace, decide.apply(states(read)), read);
    }

    private List<Ledger.Effect> commit(
            WorkspaceId workspace, List<PostChange> changes, Map<PostId, PostRow> read) {
        Set<Committer.PartialPlace> written = ConcurrentHashMap.newKeySet();
        List<Ledger.Effect> effects = committer.commit(workspace, changes, read, written);
        for (Committer.PartialPlace place : written) {
            if (random.nextInt(checkInterval) == 0) {
                compaction.compact(place, compactionThreshold);
            }
        }
        return effects;
    }

    @Override
    public void forget(WorkspaceId workspace, Collection<PostId> ids) {
        committer.forget(workspace, ids);
    }

    @Override
    public Optional<PostAnalysis> post(WorkspaceId workspace, PostId id) {
        StoredPost stored = find(workspace, List.of(id)).get(id);
        if (stored instanceof StoredPost.Alias alias) {
            stored = find(workspace, List.of(alias.canonical())).get(alias.canonical());
        }
        return stored instanceof StoredPost.Live live
                ? Optional.of(live.analysis())
                : Optional.empty();
    }

    @Override
    public List<PostAnalysis> brandPosts(BrandPosts query) {
        return links.page(query);
    }

    @Override
    public PostScan.Page part(WorkspaceId workspace, int part, Optional<PostId> after, int limit) {
        return rows.scan(workspace, part, after, limit);
    }

    @Override
    public List<CountDelta> counts(
            WorkspaceId workspace, String brandId, Instant from, Instant to) {
        return counts.read(workspace, List.of(brandId), from, to).getFirst();
    }

    @Override
    public List<List<CountDelta>> dailyCountsOfEach(
            WorkspaceId workspace, List<String> brandIds, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? Parallel.map(brandIds, id -> totals.read(workspace, id, from, to.minusDays(1)))
                : brandIds.stream().map(id -> List.<CountDelta>of()).toList();
    }

    @Override
    public List<List<CountDelta>> countsOfEach(
            WorkspaceId workspace, List<String> brandIds, Instant from, Instant to) {
        return counts.read(workspace, brandIds, from, to);
    }
}
