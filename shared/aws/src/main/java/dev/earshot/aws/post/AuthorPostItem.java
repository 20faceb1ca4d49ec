package dev.earshot.aws.post;

import dev.earshot.aws.table.Codes;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorPost;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.store.AuthorPosts.Entry;
import dev.earshot.core.text.SentimentLabel;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A post under its author: {@code U#<ws>#<first two digits>} / {@code
 * <pseudonym>#P#<millis>#<post>}, well under 1 KB. {@code w} when it was written, {@code c}
 * published, {@code ob} sighted, {@code l} label, {@code vl} valence, {@code lg} language, {@code
 * b} brands, {@code f} keys of pictures, and those of {@link AuthorAttributes} and {@link
 * ContextAttributes}.
 *
 * <p>A removal leaves an item that holds nothing but an {@link ErasureMark} and a time: {@code
 * T#<mark>#<random>}, in the partition of the mark's first two digits. Stateless.
 */
final class AuthorPostItem {
    private static final String POST = "#P#";
    private static final String GONE = "T#";

    private AuthorPostItem() {}

    static Map<String, AttributeValue> key(WorkspaceId workspace, AuthorPost post) {
        return TableItem.key(Keys.authors(workspace, post.author().ref()), sortKey(post));
    }

    static String sortKey(AuthorPost post) {
        return prefix(post.author().ref()) + Keys.link(post.createdAt(), post.id());
    }

    /** The prefix of the sort keys of an author's posts. */
    static String prefix(AuthorRef author) {
        return author.pseudonym() + POST;
    }

    static Map<String, AttributeValue> write(
            WorkspaceId workspace, AuthorPost post, Instant now, long expiresAt) {
        TableItem item =
                TableItem.at(Keys.authors(workspace, post.author().ref()), sortKey(post))
                        .with("w", now.getEpochSecond())
                        .with(Keys.EXPIRES_AT, expiresAt)
                        .with("c", NumberText.instant(post.createdAt()))
                        .with("ob", NumberText.instant(post.authorSeenAt()))
                        .with("l", Codes.of(post.sentiment()))
                        .with("lg", post.language())
                        .with("f", post.pictures());
        if (!post.engagementSeenAt().equals(post.authorSeenAt())) {
            item.with("es", NumberText.instant(post.engagementSeenAt()));
        }
        post.valence().ifPresent(valence -> item.with("vl", NumberText.probability(valence)));
        if (!post.brands().isEmpty()) {
            item.with("b", String.join(" ", post.brands()));
        }
        AuthorAttributes.write(Optional.of(post.author()), post.engagement(), item);
        ContextAttributes.references(post.references(), item);
        ContextAttributes.hashtags(post.hashtags(), item);
        ContextAttributes.sketches(post.words(), post.topics(), item);
        return item.attributes();
    }

    static Map<String, AttributeValue> gone(
            WorkspaceId workspace, ErasureMark mark, String id, Instant now, long expiresAt) {
        int part = Integer.parseInt(mark.digest().substring(0, 2), 16);
        return TableItem.at(Keys.authors(workspace, part), GONE + mark.digest() + "#" + id)
                .with("w", now.getEpochSecond())
                .with(Keys.EXPIRES_AT, expiresAt)
                .attributes();
    }

    static Entry read(TableItem item) {
        String key = item.need(Keys.SK);
        Instant written = Instant.ofEpochSecond(item.number("w", 0));
        return key.startsWith(GONE)
                ? new Entry.Gone(
                        new ErasureMark(key.substring(GONE.length(), key.lastIndexOf('#'))),
                        written)
                : new Entry.Post(post(item), written);
    }

    static AuthorPost post(TableItem item) {
        // The id follows the pseudonym, the {@code #P#} and 13 digits of time.
        String key = item.need(Keys.SK);
        String id = key.substring(key.indexOf('#', key.indexOf(POST) + POST.length()) + 1);
        Instant seen = NumberText.instant(item.need("ob"));
        return new AuthorPost(
                Keys.postId(id),
                NumberText.instant(item.need("c")),
                AuthorAttributes.author(item).orElseThrow(),
                seen,
                AuthorAttributes.engagement(item),
                item.has("es") ? NumberText.instant(item.need("es")) : seen,
                label(item.need("l")),
                item.has("vl")
                        ? OptionalDouble.of(Double.parseDouble(item.need("vl")))
                        : OptionalDouble.empty(),
                item.need("lg"),
                item.has("b") ? List.of(item.need("b").split(" ", -1)) : List.of(),
                ContextAttributes.hashtags(item),
                ContextAttributes.references(item),
                item.texts("f"),
                ContextAttributes.words(item),
                ContextAttributes.topics(item));
    }

    private static SentimentLabel label(String code) {
        return Arrays.stream(SentimentLabel.values())
                .filter(label -> Codes.of(label).equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no label has the code '" + code + "'"));
    }
}
