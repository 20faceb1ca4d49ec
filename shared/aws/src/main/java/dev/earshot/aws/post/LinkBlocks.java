package dev.earshot.aws.post;

import dev.earshot.aws.table.Codes;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one transaction changes in the links from brands to posts. Links lie in blocks, since an
 * item costs by the kilobyte and a link has forty bytes: a block holds the links that one
 * transaction made in one hour of a brand. Its sort key begins with the time of its newest post, so
 * that readers know where to stop; each post's item names the blocks of its links, so that a link
 * can be changed and removed.
 *
 * <p>A block is an item with an attribute for each link: {@code <millis>#<post>} with the code of
 * the label under which the post is listed. Not thread-safe.
 */
final class LinkBlocks {
    private static final String OWN = "w";

    private final WorkspaceId workspace;
    private final String id;
    private final Map<Window, Long> bounds = new HashMap<>();
    private final Map<Block, Edits> edits = new LinkedHashMap<>();

    /**
     * Where a link is kept within its brand's day.
     *
     * @param id of the transaction that made the block
     * @param bound time of the block's newest post when it was made, in milliseconds
     */
    record Place(String id, long bound) {
        String sortKey() {
            return Keys.millis(Instant.ofEpochMilli(bound)) + "#" + id;
        }
    }

    private record Window(String brandId, Instant hour, long expiresAt) {}

    private record Block(String partition, String sortKey) {}

    private static final class Edits {
        private final Map<String, Optional<String>> codes = new TreeMap<>();
        private long expiresAt;
    }

    /**
     * Begins a transaction's changes.
     *
     * @param id of the blocks that it makes
     */
    LinkBlocks(WorkspaceId workspace, String id) {
        this.workspace = workspace;
        this.id = id;
    }

    /** Under which label a post is listed; a post of the brand's own account has none. */
    static String code(PostAnalysis post, String brandId) {
        return post.isOwn(brandId) ? OWN : Codes.of(post.label(brandId));
    }

    /** Whether a link's code is that of a post of the brand's own account. */
    static boolean isOwn(String code) {
        return code.equals(OWN);
    }

    /** Announces a link that will be new, before {@link #newPlace} is asked. */
    void expect(String brandId, Instant createdAt, long expiresAt) {
        bounds.merge(window(brandId, createdAt, expiresAt), millis(createdAt), Math::max);
    }

    /** Where a new link will be kept; all links of its hour must be announced by then. */
    Place newPlace(String brandId, Instant createdAt, long expiresAt) {
        Long bound = bounds.get(window(brandId, createdAt, expiresAt));
        if (bound == null) {
            throw new IllegalStateException("a new link of " + brandId + " must be announced");
        }
        return new Place(id, bound);
    }

    /** Puts a link, or gives it another label. */
    void put(String brandId, PostAnalysis post, Place place, long expiresAt) {
        edits(brandId, post, place, expiresAt)
                .codes
                .put(Keys.link(post.createdAt(), post.id()), Optional.of(code(post, brandId)));
    }

    /** Removes a link. */
    void remove(String brandId, PostAnalysis post, Place place, long expiresAt) {
        // A post that moved within its block is put there as well; what is put stays.
        edits(brandId, post, place, expiresAt)
                .codes
                .putIfAbsent(Keys.link(post.createdAt(), post.id()), Optional.empty());
    }

    /** One action for each block that changes. */
    List<TransactWriteItem> actions(String table) {
        var actions = new ArrayList<TransactWriteItem>();
        edits.forEach(
                (block, of) ->
                        actions.add(
                                TransactWriteItem.builder()
                                        .update(update(table, block, of))
                                        .build()));
        return actions;
    }

    private static Update update(String table, Block block, Edits edits) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        // Removing the last link of a block whose time is over must not make one that stays.
        values.put(":e", TableItem.number(edits.expiresAt));
        var set = new ArrayList<String>();
        set.add(Keys.EXPIRES_AT + " = if_not_exists(" + Keys.EXPIRES_AT + ", :e)");
        var remove = new ArrayList<String>();
        edits.codes.forEach(
                (link, code) -> {
                    String name = "#" + names.size();
                    names.put(name, link);
                    code.ifPresentOrElse(
                            label -> {
                                values.put(":" + label, TableItem.text(label));
                                set.add(name + " = :" + label);
                            },
                            () -> remove.add(name));
                });
        return Update.builder()
                .tableName(table)
                .key(TableItem.key(block.partition(), block.sortKey()))
                .updateExpression(
                        "SET "
                                + String.join(",", set)
                                + (remove.isEmpty() ? "" : " REMOVE " + String.join(",", remove)))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private Edits edits(String brandId, PostAnalysis post, Place place, long expiresAt) {
        Edits of =
                edits.computeIfAbsent(
                        new Block(
                                Keys.brandDay(workspace, brandId, Keys.day(post.createdAt())),
                                place.sortKey()),
                        block -> new Edits());
        of.expiresAt = Math.max(of.expiresAt, expiresAt);
        return of;
    }

    private static Window window(String brandId, Instant createdAt, long expiresAt) {
        return new Window(brandId, createdAt.truncatedTo(ChronoUnit.HOURS), expiresAt);
    }

    private static long millis(Instant createdAt) {
        return Math.max(0, createdAt.toEpochMilli());
    }
}
