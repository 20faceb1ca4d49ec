package dev.earshot.aws.post;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.ReadingAttributes;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorPosts.Entry;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Posts by their authors: an index of the table over two attributes of a post's item, {@code gp},
 * {@code U#<ws>#<first two digits>}, and {@code gs}, the pseudonym's 16 bytes and the time of
 * publication in 8. DynamoDB keeps it, so an author's post comes, changes and goes with the post's
 * item and costs one write unit more. The index carries {@link #CARRIED}, the attributes that
 * scoring needs; {@code w} is when the item was written. An entry is well under 1 KB.
 *
 * <p>A removal leaves an item of the table itself that holds nothing but an {@link ErasureMark} and
 * a time: {@code T#<mark>#<random>}, in the partition of the mark's first two digits. Stateless.
 */
public final class AuthorIndex {
    /** The index's name, the same in every stack. */
    static final String NAME = "authors";

    static final String PARTITION = "gp";
    static final String SORT = "gs";

    /** What the index carries of a post's item beside the keys; the template lists the same. */
    public static final List<String> CARRIED =
            List.of(
                    "w",
                    "expiresAt",
                    "ob",
                    "c",
                    "lg",
                    "ab",
                    "s",
                    "su",
                    "mx",
                    "b",
                    "m",
                    "au",
                    "ah",
                    "ow",
                    "en",
                    "rf",
                    "ht",
                    "wk",
                    "tp",
                    "as",
                    "es");

    private static final String GONE = "T#";

    private AuthorIndex() {}

    /** Adds to a post's item what puts it under its author. */
    static void write(WorkspaceId workspace, PostAnalysis post, Instant now, TableItem item) {
        post.author()
                .ifPresent(
                        author -> {
                            byte[] sort =
                                    ByteBuffer.allocate(24)
                                            .put(prefix(author.ref()))
                                            .putLong(Math.max(0, post.createdAt().toEpochMilli()))
                                            .array();
                            item.with(PARTITION, Keys.authors(workspace, author.ref()))
                                    .with(SORT, sort)
                                    .with("w", now.getEpochSecond());
                        });
    }

    /** How the sort keys of an author's posts begin. */
    static byte[] prefix(AuthorRef author) {
        return HexFormat.of().parseHex(author.pseudonym());
    }

    static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }

    static Map<String, AttributeValue> gone(
            WorkspaceId workspace, ErasureMark mark, String id, Instant now, long expiresAt) {
        int part = Integer.parseInt(mark.digest().substring(0, 2), 16);
        return TableItem.at(Keys.authors(workspace, part), GONE + mark.digest() + "#" + id)
                .with("w", now.getEpochSecond())
                .with(Keys.EXPIRES_AT, expiresAt)
                .attributes();
    }

    /** Reads an item that {@link #gone} made. */
    static Entry.Gone gone(TableItem item) {
        String key = item.need(Keys.SK);
        return new Entry.Gone(
                new ErasureMark(key.substring(GONE.length(), key.lastIndexOf('#'))), written(item));
    }

    /** Reads what the index carries of a post. */
    static Entry.Post entry(WorkspaceId workspace, TableItem item) {
        Instant observedAt = NumberText.instant(item.need("ob"));
        String id = item.need(Keys.PK).substring(Keys.posts(workspace).length());
        AuthorPost post =
                AuthorPost.of(
                        Keys.postId(id),
                        NumberText.instant(item.need("c")),
                        AuthorAttributes.author(item).orElseThrow(),
                        AuthorAttributes.engagement(item),
                        ReadingAttributes.read(item, List.of()),
                        item.has("b") ? List.of(item.need("b").split(" ", -1)) : List.of(),
                        PostItem.media(item),
                        ContextAttributes.read(item, observedAt));
        return new Entry.Post(post, written(item));
    }

    private static Instant written(TableItem item) {
        return Instant.ofEpochSecond(item.number("w", 0));
    }
}
