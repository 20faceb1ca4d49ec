package dev.earshot.aws.review;

import dev.earshot.aws.client.Backoff;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableBatches;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.store.AuthorEnds;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The marks of authors of whom nothing may be kept.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>a mark: milliseconds of {@code en} a platform's end, {@code rs} its restoration, {@code
 * rq} a person's request</td><td>{@code Z#<ws>#<first digit>}</td><td>{@code <mark>}
 * <tr><td>what is left to do, {@code pi} keys of pictures, digests of handles</td><td>{@code Z#<ws>}</td><td>{@code O#<mark>}
 * <tr><td>{@code n}, how many marks were set</td><td>{@code Z#<ws>}</td><td>{@code V}
 * </table>
 *
 * <p>A platform's mark lives as long as results do: what is older is not kept anyhow. A person's
 * does not expire. A batch of posts costs two reads of {@code V}, and one read an author where a
 * mark was ever set. Thread-safe.
 */
public final class DynamoAuthorEnds implements AuthorEnds {
    private static final String OPEN = "O#";
    private static final String VERSION = "V";

    /** The end of the year 9999: a time to live that never comes. */
    private static final long NEVER = 253_402_300_799L;

    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final InstantSource clock;
    private final TableBatches items;

    /**
     * @param random for the delay between attempts; must be safe for use by several threads
     */
    public DynamoAuthorEnds(
            DynamoDbClient client,
            String table,
            Retention retention,
            InstantSource clock,
            RandomGenerator random) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.clock = clock;
        this.items = new TableBatches(client, table, clock, new Backoff(random), "marks");
    }

    @Override
    public long version(WorkspaceId workspace) {
        String pk = Keys.openEnds(workspace);
        TableItem found = items.get(List.of(TableItem.key(pk, VERSION))).get(pk + " " + VERSION);
        return found == null ? 0 : found.number("n", 0);
    }

    @Override
    public Set<ErasureMark> ended(WorkspaceId workspace, Collection<ErasureMark> authors) {
        List<Map<String, AttributeValue>> keys =
                authors.stream()
                        .distinct()
                        .map(author -> TableItem.key(Keys.ends(workspace, author), author.digest()))
                        .toList();
        return items.get(keys).values().stream()
                .filter(item -> item.has("rq") || item.number("en", -1) > item.number("rs", -1))
                .map(item -> new ErasureMark(item.need(Keys.SK)))
                .collect(Collectors.toSet());
    }

    @Override
    public void end(WorkspaceId workspace, AuthorEnd end) {
        AttributeValue at = TableItem.number(end.at().toEpochMilli());
        switch (end.reason()) {
            case PLATFORM ->
                    mark(
                            workspace,
                            end.author(),
                            "SET en = :t, expiresAt = if_not_exists(rx, :x)",
                            "attribute_not_exists(en) OR en < :t",
                            Map.of(
                                    ":t",
                                    at,
                                    ":x",
                                    TableItem.number(retention.resultExpiry(clock.instant()))));
            case REQUEST ->
                    mark(
                            workspace,
                            end.author(),
                            "SET rq = :t, rx = :x, expiresAt = :x",
                            "attribute_not_exists(rq)",
                            Map.of(":t", at, ":x", TableItem.number(NEVER)));
        }
        String pk = Keys.openEnds(workspace);
        update(pk, OPEN + end.author().digest(), "SET o = :o", Map.of(":o", TableItem.number(1)));
        // Last: whoever sees the new version must see the mark.
        update(pk, VERSION, "ADD n :one", Map.of(":one", TableItem.number(1)));
    }

    @Override
    public void leave(WorkspaceId workspace, ErasureMark author, Set<String> traces) {
        update(
                Keys.openEnds(workspace),
                OPEN + author.digest(),
                "SET o = :o ADD pi :traces",
                Map.of(
                        ":o",
                        TableItem.number(1),
                        ":traces",
                        AttributeValue.fromSs(traces.stream().sorted().toList())));
    }

    @Override
    public List<Open> open(WorkspaceId workspace) {
        return items.query(Keys.openEnds(workspace), OPEN).stream()
                .map(
                        item ->
                                new Open(
                                        new ErasureMark(
                                                item.need(Keys.SK).substring(OPEN.length())),
                                        item.find("pi")
                                                .map(traces -> Set.copyOf(traces.ss()))
                                                .orElse(Set.of())))
                .toList();
    }

    @Override
    public void settle(WorkspaceId workspace, ErasureMark author) {
        items.delete(List.of(TableItem.key(Keys.openEnds(workspace), OPEN + author.digest())));
    }

    @Override
    public void restore(
            WorkspaceId workspace, ErasureMark author, Instant at, AuthorEnd.Reason reason) {
        switch (reason) {
            case PLATFORM ->
                    mark(
                            workspace,
                            author,
                            "SET rs = :t",
                            "en <= :t AND (attribute_not_exists(rs) OR rs < :t)",
                            Map.of(":t", TableItem.number(at.toEpochMilli())));
            case REQUEST ->
                    mark(
                            workspace,
                            author,
                            "SET expiresAt = :x REMOVE rq, rx",
                            "attribute_exists(rq)",
                            Map.of(
                                    ":x",
                                    TableItem.number(retention.resultExpiry(clock.instant()))));
        }
    }

    /** Changes a mark if the condition holds. */
    private void mark(
            WorkspaceId workspace,
            ErasureMark author,
            String change,
            String condition,
            Map<String, AttributeValue> values) {
        try {
            client.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(
                                            TableItem.key(
                                                    Keys.ends(workspace, author), author.digest()))
                                    .updateExpression(change)
                                    .conditionExpression(condition)
                                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException e) {
            // What stands there is as strong.
        } catch (SdkException e) {
            throw Failures.because("mark an author", e);
        }
    }

    private void update(String pk, String sk, String change, Map<String, AttributeValue> values) {
        Failures.in(
                "mark an author",
                () ->
                        client.updateItem(
                                update ->
                                        update.tableName(table)
                                                .key(TableItem.key(pk, sk))
                                                .updateExpression(change)
                                                .expressionAttributeValues(values)));
    }
}
