package dev.earshot.aws.score;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.Parallel;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.InfluencerScore;
import dev.earshot.influence.score.RunState;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Scores in the one table.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>a score, with the keys of its places in {@code pl}</td><td>{@code I#<ws>#<mark>}</td>
 * <td>{@code S#<brand>}
 * <tr><td>a day of its history</td><td>{@code I#<ws>#<mark>}</td><td>{@code H#<brand>#<day>}
 * <tr><td>the author's audience</td><td>{@code I#<ws>#<mark>}</td><td>{@code A}
 * <tr><td>a place on a leaderboard</td><td>{@code L#<ws>#<brand>#<topic>}</td>
 * <td>{@code <100 - score>#<pseudonym>}
 * <tr><td>an objection</td><td>{@code O#<ws>}</td><td>{@code <mark>}
 * <tr><td>a run, a daily baseline</td><td>{@code E#<ws>}</td><td>{@code R}, {@code E#<id>#<part>}
 * </table>
 *
 * <p>No transaction is needed: a score is written before its places and lists them, along with
 * those that it replaces; a reader accepts a place only if the author's score lists it as current.
 * So a crash between the writes hides an author from a leaderboard until that author's next run,
 * and never shows one twice or too long. Thread-safe.
 */
public final class DynamoScoreStore implements ScoreStore {
    private static final String SCORE = "S#";
    private static final String HISTORY = "H#";
    private static final String AUDIENCE = "A";

    private final TableBatches items;
    private final RunItems runs;
    private final Retention retention;
    private final InstantSource clock;

    public DynamoScoreStore(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.items = new TableBatches(client, table, clock, new Backoff(random), "scores");
        this.runs = new RunItems(items, client, table, retention);
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Optional<RunState> claim(WorkspaceId workspace, Instant now, Duration lease) {
        return runs.claim(workspace, now, lease);
    }

    @Override
    public void save(WorkspaceId workspace, RunState state, boolean done) {
        runs.save(workspace, state, done);
    }

    @Override
    public void putBaseline(WorkspaceId workspace, String id, byte[] content) {
        runs.putBaseline(workspace, id, content, clock.instant());
    }

    @Override
    public Optional<byte[]> baseline(WorkspaceId workspace, String id) {
        return runs.baseline(workspace, id);
    }

    @Override
    public void replace(
            WorkspaceId workspace, AuthorRef author, Audience audience, List<ScoredAuthor> scores) {
        String pk = Keys.scores(workspace, ErasureMark.of(author));
        long expiresAt = retention.resultExpiry(clock.instant());
        Map<String, TableItem> before =
                items.query(pk, SCORE).stream()
                        .collect(Collectors.toMap(item -> item.need(Keys.SK), item -> item));
        if (scores.isEmpty() && before.isEmpty()) {
            return;
        }
        var writes = new ArrayList<Map<String, AttributeValue>>();
        var places = new ArrayList<Map<String, AttributeValue>>();
        var stale = new LinkedHashSet<String>();
        for (ScoredAuthor scored : scores) {
            String brand = scored.score().brandId();
            List<ScorePlace> now = ScorePlace.of(workspace, scored);
            Set<String> names =
                    now.stream()
                            .map(ScorePlace::name)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> old = places(Optional.ofNullable(before.remove(SCORE + brand)));
            old.removeAll(names);
            stale.addAll(old);
            TableItem item =
                    TableItem.at(pk, SCORE + brand)
                            .with(Keys.EXPIRES_AT, expiresAt)
                            .with("pl", List.copyOf(names))
                            .with("op", List.copyOf(old));
            ScoreItem.write(scored, true, item);
            writes.add(item.attributes());
            TableItem day =
                    TableItem.at(pk, HISTORY + brand + "#" + day(scored.score()))
                            .with(Keys.EXPIRES_AT, expiresAt);
            ScoreItem.write(scored, false, day);
            writes.add(day.attributes());
            now.forEach(place -> places.add(place.write(expiresAt)));
        }
        before.values().forEach(item -> stale.addAll(places(Optional.of(item))));
        if (!scores.isEmpty() && audience.size() > 0) {
            writes.add(
                    TableItem.at(pk, AUDIENCE)
                            .with(Keys.EXPIRES_AT, expiresAt)
                            .with("n", audience.size())
                            .with("b", bytes(audience))
                            .attributes());
        }
        items.put(writes);
        items.put(places);
        var deletes = new ArrayList<Map<String, AttributeValue>>();
        before.keySet().forEach(sk -> deletes.add(TableItem.key(pk, sk)));
        if (scores.isEmpty()) {
            deletes.add(TableItem.key(pk, AUDIENCE));
        }
        stale.forEach(name -> deletes.add(key(name)));
        items.delete(deletes);
    }

    private static byte[] bytes(Audience audience) {
        ByteBuffer bytes = ByteBuffer.allocate(audience.least().length * Long.BYTES);
        for (long digest : audience.least()) {
            bytes.putLong(digest);
        }
        return bytes.array();
    }

    @Override
    public Audience audience(WorkspaceId workspace, AuthorRef author) {
        String pk = Keys.scores(workspace, ErasureMark.of(author));
        TableItem item = items.get(List.of(TableItem.key(pk, AUDIENCE))).get(name(pk, AUDIENCE));
        if (item == null || objection(workspace, author).isPresent()) {
            return Audience.NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(item.bytes("b"));
        long[] least = new long[bytes.remaining() / Long.BYTES];
        for (int i = 0; i < least.length; i++) {
            least[i] = bytes.getLong();
        }
        return new Audience((int) item.number("n", least.length), least);
    }

    @Override
    public void remove(WorkspaceId workspace, ErasureMark author) {
        String pk = Keys.scores(workspace, author);
        var deletes = new ArrayList<Map<String, AttributeValue>>();
        var places = new ArrayList<Map<String, AttributeValue>>();
        for (TableItem item : items.query(pk, "")) {
            deletes.add(TableItem.key(pk, item.need(Keys.SK)));
            places(Optional.of(item)).forEach(name -> places.add(key(name)));
        }
        // Delete the places first: once the score is gone, nothing leads to them.
        items.delete(places);
        items.delete(deletes);
    }

    private static Set<String> places(Optional<TableItem> item) {
        var places = new LinkedHashSet<String>();
        item.ifPresent(
                known -> {
                    places.addAll(known.texts("pl"));
                    places.addAll(known.texts("op"));
                });
        return places;
    }

    private static Map<String, AttributeValue> key(String name) {
        int space = name.lastIndexOf(' ');
        return TableItem.key(name.substring(0, space), name.substring(space + 1));
    }

    /** The last day that a score covers. */
    private static String day(InfluencerScore score) {
        return Keys.day(score.asOf().minusNanos(1)).toString();
    }

    @Override
    public Map<AuthorRef, Reached> findEach(
            WorkspaceId workspace, Collection<AuthorRef> authors, String brandId) {
        List<AuthorRef> asked = List.copyOf(authors);
        List<Optional<Reached>> read =
                Parallel.map(
                        asked,
                        author ->
                                find(workspace, author, brandId)
                                        .map(
                                                scored ->
                                                        new Reached(
                                                                scored,
                                                                audience(workspace, author))));
        var found = new LinkedHashMap<AuthorRef, Reached>();
        for (int i = 0; i < asked.size(); i++) {
            AuthorRef author = asked.get(i);
            read.get(i).ifPresent(reached -> found.put(author, reached));
        }
        return found;
    }

    @Override
    public Optional<ScoredAuthor> find(WorkspaceId workspace, AuthorRef author, String brandId) {
        ErasureMark mark = ErasureMark.of(author);
        Map<String, TableItem> found =
                items.get(
                        List.of(
                                TableItem.key(Keys.scores(workspace, mark), SCORE + brandId),
                                TableItem.key(Keys.objections(workspace), mark.digest())));
        return found.containsKey(name(Keys.objections(workspace), mark.digest()))
                ? Optional.empty()
                : Optional.ofNullable(
                                found.get(name(Keys.scores(workspace, mark), SCORE + brandId)))
                        .map(ScoreItem::read);
    }

    private static String name(String pk, String sk) {
        return pk + " " + sk;
    }

    @Override
    public List<InfluencerScore> history(
            WorkspaceId workspace, AuthorRef author, String brandId, int limit) {
        if (objection(workspace, author).isPresent()) {
            return List.of();
        }
        return items
                .query(Keys.scores(workspace, ErasureMark.of(author)), HISTORY + brandId + "#")
                .reversed()
                .stream()
                .limit(limit)
                .map(item -> ScoreItem.read(item).score())
                .toList();
    }

    @Override
    public List<Place> board(Board query) {
        String partition = ScorePlace.partition(query.workspace(), query.brandId(), query.topic());
        String after =
                query.after()
                        .map(position -> ScorePlace.sortKey(position.score(), position.author()))
                        .orElse("");
        var page = new ArrayList<Place>();
        boolean more = true;
        while (more && page.size() < query.limit()) {
            TableBatches.Page read = items.page(partition, after, query);
            List<ScorePlace> places = read.items().stream().map(ScorePlace::read).toList();
            for (ScorePlace place : current(query.workspace(), query.brandId(), places)) {
                if (page.size() < query.limit()) {
                    page.add(place.place());
                }
            }
            more = read.last().isPresent();
            after = read.last().orElse("");
        }
        return page;
    }

    /** The places that their authors' scores list, without authors who object. */
    private List<ScorePlace> current(
            WorkspaceId workspace, String brandId, List<ScorePlace> places) {
        var keys = new ArrayList<Map<String, AttributeValue>>();
        for (ScorePlace place : places) {
            ErasureMark mark = ErasureMark.of(place.place().author());
            keys.add(TableItem.key(Keys.scores(workspace, mark), SCORE + brandId));
            keys.add(TableItem.key(Keys.objections(workspace), mark.digest()));
        }
        Map<String, TableItem> found = items.get(keys);
        return places.stream()
                .filter(
                        place -> {
                            ErasureMark mark = ErasureMark.of(place.place().author());
                            TableItem score =
                                    found.get(name(Keys.scores(workspace, mark), SCORE + brandId));
                            return score != null
                                    && score.texts("pl").contains(place.name())
                                    && !found.containsKey(
                                            name(Keys.objections(workspace), mark.digest()));
                        })
                .toList();
    }

    @Override
    public void object(WorkspaceId workspace, AuthorRef author, Instant at) {
        // No expiry: an objection stands until it is withdrawn.
        items.put(
                List.of(
                        TableItem.at(Keys.objections(workspace), ErasureMark.of(author).digest())
                                .with("t", NumberText.instant(at))
                                .attributes()));
        remove(workspace, ErasureMark.of(author));
    }

    @Override
    public boolean withdraw(WorkspaceId workspace, AuthorRef author) {
        boolean known = objection(workspace, author).isPresent();
        items.delete(
                List.of(
                        TableItem.key(
                                Keys.objections(workspace), ErasureMark.of(author).digest())));
        return known;
    }

    @Override
    public Optional<Instant> objection(WorkspaceId workspace, AuthorRef author) {
        String digest = ErasureMark.of(author).digest();
        return Optional.ofNullable(
                        items.get(List.of(TableItem.key(Keys.objections(workspace), digest)))
                                .get(name(Keys.objections(workspace), digest)))
                .map(item -> NumberText.instant(item.need("t")));
    }

    @Override
    public Set<ErasureMark> objections(WorkspaceId workspace) {
        var marks = new HashSet<ErasureMark>();
        items.query(Keys.objections(workspace), "")
                .forEach(item -> marks.add(new ErasureMark(item.need(Keys.SK))));
        return marks;
    }
}
