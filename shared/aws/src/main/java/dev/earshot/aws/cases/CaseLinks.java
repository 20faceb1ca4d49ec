package dev.earshot.aws.cases;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.PostId;
import dev.earshot.engagement.cases.CaseId;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The links from cases to their posts, {@code G#<ws>#<month>}, {@code <case>#P#<post>}: written and
 * deleted in the very transaction that stores or removes the post, so that a case opens once,
 * whatever comes twice or out of order, and never outlives its posts. Stateless.
 */
public final class CaseLinks {
    static final String POST = "#P#";
    static final String LOG = "#L#";

    private CaseLinks() {}

    /**
     * What a write does to a post.
     *
     * @param before its result until then
     * @param expiresAt when the post expires, in seconds since 1970
     */
    public record Written(Optional<PostAnalysis> before, StoredPost after, long expiresAt) {}

    /** A link put, or an item deleted. */
    public record Move(Map<String, AttributeValue> key, Optional<Long> expiresAt) {
        /** The move as an action of a transaction. */
        public TransactWriteItem action(String table) {
            if (expiresAt.isEmpty()) {
                return TransactWriteItem.builder()
                        .delete(Delete.builder().tableName(table).key(key).build())
                        .build();
            }
            var item = new LinkedHashMap<>(key);
            item.put(Keys.EXPIRES_AT, TableItem.number(expiresAt.get()));
            return TransactWriteItem.builder()
                    .put(Put.builder().tableName(table).item(item).build())
                    .build();
        }
    }

    /** The moves that go with the writes of one family of ids. */
    public static List<Move> moves(List<Written> writes) {
        var before = new LinkedHashMap<Map<String, AttributeValue>, Long>();
        var after = new LinkedHashMap<Map<String, AttributeValue>, Long>();
        var moves = new ArrayList<Move>();
        for (Written write : writes) {
            write.before().flatMap(CaseLinks::link).ifPresent(key -> before.put(key, 0L));
            if (write.after() instanceof StoredPost.Live live) {
                link(live.analysis()).ifPresent(key -> after.put(key, write.expiresAt()));
            } else if (write.after() instanceof StoredPost.Tombstone) {
                write.before().ifPresent(post -> addLogs(post, moves));
            }
        }
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> moves.add(new Move(key, Optional.empty())));
        after.forEach(
                (key, expiresAt) -> {
                    if (!before.containsKey(key)) {
                        moves.add(new Move(key, Optional.of(expiresAt)));
                    }
                });
        return List.copyOf(moves);
    }

    private static Optional<Map<String, AttributeValue>> link(PostAnalysis post) {
        return post.context()
                .conversation()
                .map(of -> key(post.workspace(), CaseId.of(of), POST, post.id()));
    }

    /** The logs that lie with a removed post, under whichever of its ids. */
    private static void addLogs(PostAnalysis post, List<Move> moves) {
        post.context()
                .conversation()
                .map(CaseId::of)
                .ifPresent(
                        id -> {
                            var ids = new ArrayList<>(post.otherIds());
                            ids.addFirst(post.id());
                            for (PostId each : ids) {
                                moves.add(
                                        new Move(
                                                key(post.workspace(), id, LOG, each),
                                                Optional.empty()));
                            }
                        });
    }

    static Map<String, AttributeValue> key(
            WorkspaceId workspace, CaseId id, String kind, PostId post) {
        return TableItem.key(Keys.cases(workspace, id.begun()), id + kind + post);
    }
}
