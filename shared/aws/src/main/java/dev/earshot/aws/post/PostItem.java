package dev.earshot.aws.post;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.ModelAttributes;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.ReadingAttributes;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A post's item: under 1 KB for an ordinary post, so that it costs one write unit. Attribute names
 * count towards the size and are short: {@code v} version, {@code k} kind (L live, T tombstone, A
 * alias), {@code o} other ids, {@code r} edit marker, {@code ob} observed, {@code d} digest, {@code
 * c} published, {@code a} analysed, {@code b} brands, {@code m} media, {@code to/tn/tk} the sealed
 * text's object, place and key, {@code md} models, {@code ce} expiry of its counts, {@code j} the
 * {@link PostJournal} that counts it, and those of {@link AuthorAttributes}, {@link AuthorIndex},
 * {@link ContextAttributes} and {@link LinkAttributes}. A tombstone keeps only {@code rm}, when it
 * was removed. Stateless.
 */
final class PostItem {
    static final String TOMBSTONE = "T";
    private static final String ALIAS = "A";

    private PostItem() {}

    static Map<String, AttributeValue> write(
            WorkspaceId workspace,
            PostId id,
            StoredPost state,
            long version,
            long expiresAt,
            long countExpiry) {
        TableItem item =
                TableItem.at(Keys.post(workspace, id), Keys.ONLY)
                        .with("v", version)
                        .with(Keys.EXPIRES_AT, expiresAt);
        switch (state) {
            case StoredPost.Tombstone tombstone ->
                    item.with("k", TOMBSTONE).with("rm", NumberText.instant(tombstone.removedAt()));
            case StoredPost.Alias alias ->
                    item.with("k", ALIAS).with("o", alias.canonical().toString());
            case StoredPost.Live live -> {
                item.with("k", Keys.LIVE).with("ce", countExpiry);
                write(live.analysis(), item);
            }
        }
        return item.attributes();
    }

    /**
     * The item of a write.
     *
     * @param journal id of the {@link PostJournal} that will count the post; empty if it is counted
     *     in the same transaction
     * @param links where each brand's link is kept
     * @param now goes into the index of authors
     */
    static Map<String, AttributeValue> write(
            WorkspaceId workspace,
            PlannedChange.Write write,
            String journal,
            Map<String, LinkBlocks.Place> links,
            Instant now) {
        Map<String, AttributeValue> attributes =
                write(
                        workspace,
                        write.id(),
                        write.after(),
                        write.before().version() + 1,
                        write.expiresAt(),
                        write.countExpiry());
        if (write.after() instanceof StoredPost.Live live) {
            TableItem item = TableItem.of(attributes);
            if (!journal.isEmpty()) {
                item.with("j", journal);
            }
            LinkAttributes.write(live.analysis().brands(), journal, links, item);
            AuthorIndex.write(workspace, live.analysis(), now, item);
        }
        return attributes;
    }

    static PostRow read(WorkspaceId workspace, PostId id, TableItem item, Instant now) {
        boolean expired = item.expired(now.getEpochSecond());
        @Nullable StoredPost state = expired ? null : state(workspace, id, item);
        boolean live = state instanceof StoredPost.Live;
        return new PostRow(
                state,
                item.number("v", 0),
                item.number(Keys.EXPIRES_AT, 0),
                item.number("ce", 0),
                live ? item.text("j", "") : "",
                live ? LinkAttributes.read(words(item.text("b", "")), item) : Map.of());
    }

    /** The change in the form in which the table will return it. */
    static PostChange rounded(PostChange change) {
        return switch (change) {
            case PostChange.Remove remove -> remove;
            case PostChange.Attribute attribute -> attribute;
            case PostChange.Unlink unlink -> unlink;
            case PostChange.Store store -> {
                PostAnalysis post = store.analysis();
                yield new PostChange.Store(
                        post.read(ReadingAttributes.rounded(post.reading(), post.models())));
            }
        };
    }

    private static @Nullable StoredPost state(WorkspaceId workspace, PostId id, TableItem item) {
        return switch (item.need("k")) {
            case TOMBSTONE -> new StoredPost.Tombstone(id, NumberText.instant(item.need("rm")));
            case ALIAS -> new StoredPost.Alias(id, Keys.postId(item.need("o")));
            case Keys.LIVE -> new StoredPost.Live(analysis(workspace, id, item));
            default ->
                    throw new IllegalStateException(
                            "item of post " + id + " has the unknown kind " + item.need("k"));
        };
    }

    private static void write(PostAnalysis post, TableItem item) {
        Revision revision = post.revision();
        if (!post.otherIds().isEmpty()) {
            item.with(
                    "o",
                    post.otherIds().stream()
                            .map(PostId::toString)
                            .collect(Collectors.joining(" ")));
        }
        if (revision.edit() != 0) {
            item.with("r", revision.edit());
        }
        item.with("ob", NumberText.instant(revision.observedAt()));
        if (revision.digest().matches("([0-9a-f]{2})+")) {
            item.with("d", HexFormat.of().parseHex(revision.digest()));
        } else {
            item.with("ds", revision.digest());
        }
        item.with("c", NumberText.instant(post.createdAt()));
        item.with("a", NumberText.instant(post.analysedAt()));
        ReadingAttributes.write(post.reading(), post.models(), item);
        if (!post.brands().isEmpty()) {
            item.with("b", String.join(" ", post.brands()));
        }
        AuthorAttributes.write(post.author(), post.engagement(), item);
        ContextAttributes.write(post.context(), revision.observedAt(), item);
        item.with(
                "m",
                post.media().stream()
                        .map(media -> media.kind().name().charAt(0) + media.reference())
                        .toList());
        post.text()
                .ifPresent(
                        text ->
                                item.with("to", text.object())
                                        .with("tn", text.offset() + " " + text.length())
                                        .with("tk", text.key()));
        item.with("md", ModelAttributes.write(post.models()));
    }

    private static PostAnalysis analysis(WorkspaceId workspace, PostId id, TableItem item) {
        Instant observedAt = NumberText.instant(item.need("ob"));
        return new PostAnalysis(
                workspace,
                id,
                words(item.text("o", "")).stream().map(Keys::postId).toList(),
                new Revision(
                        item.number("r", 0),
                        observedAt,
                        item.has("d")
                                ? HexFormat.of().formatHex(item.bytes("d"))
                                : item.need("ds")),
                NumberText.instant(item.need("c")),
                NumberText.instant(item.need("a")),
                ReadingAttributes.read(item, ModelAttributes.read(item.texts("md"))),
                words(item.text("b", "")),
                AuthorAttributes.author(item),
                AuthorAttributes.engagement(item),
                media(item),
                item.has("to") ? Optional.of(text(item)) : Optional.empty(),
                ModelAttributes.read(item.texts("md")),
                ContextAttributes.read(item, observedAt));
    }

    private static SealedText text(TableItem item) {
        List<String> place = words(item.need("tn"));
        return new SealedText(
                item.need("to"),
                Long.parseLong(place.get(0)),
                Integer.parseInt(place.get(1)),
                item.bytes("tk"));
    }

    static List<MediaRef> media(TableItem item) {
        return item.texts("m").stream().map(PostItem::media).toList();
    }

    private static MediaRef media(String text) {
        MediaRef.Kind kind =
                Arrays.stream(MediaRef.Kind.values())
                        .filter(k -> k.name().charAt(0) == text.charAt(0))
                        .findFirst()
                        .orElseThrow();
        return new MediaRef(kind, text.substring(1));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
