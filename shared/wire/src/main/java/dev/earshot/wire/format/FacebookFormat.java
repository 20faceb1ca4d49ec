package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Facebook Graph API: posts and comments, alone, in lists, by id, and comments inside posts. See
 * https://developers.facebook.com/docs/graph-api/reference/post.
 */
final class FacebookFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("facebook", "facebook-graph");
    }

    @Override
    public boolean recognises(Field value) {
        return MetaGraph.holds(value, FacebookFormat::isPost)
                || MetaGraph.holds(value, FacebookFormat::isMessage);
    }

    private static boolean isPost(Field value) {
        return value.hasAny("message", "story")
                && value.hasAny(
                        "created_time",
                        "updated_time",
                        "permalink_url",
                        "like_count",
                        "comment_count",
                        "attachments",
                        "reactions",
                        "shares",
                        "from");
    }

    private static boolean isMessage(Field value) {
        return value.at("to").at("data").isArray() && value.has("created_time");
    }

    @Override
    public void read(Field value, Intake intake) {
        MetaGraph.nodes(value).forEach(node -> readOne(node, Optional.empty(), intake));
    }

    private static void readOne(Field node, Optional<Field> parent, Intake intake) {
        if (isMessage(node)) {
            intake.irrelevant(node, "a message; private messages are never analysed");
            return;
        }
        intake.record(node, () -> post(node, parent, intake));
        for (Field comment : node.at("comments").at("data").itemsIfAny()) {
            readOne(comment, Optional.of(node), intake);
        }
    }

    private static Decoded post(Field node, Optional<Field> parent, Intake intake) {
        if (!node.isObject()) {
            throw node.bad("must be a post with id and message, got " + node.shown());
        }
        Field message = node.at("message");
        if (!message.present() && !node.hasAny("story", "attachments", "created_time")) {
            throw message.missing();
        }
        PostId id = intake.postId(Platform.FACEBOOK, node.at("id"));
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(node.at("created_time").time())
                        .text(message, message.text().orElse(""))
                        .author(author(node.at("from"), intake))
                        .handle(handle(node.at("from")))
                        .engagement(engagement(node, intake.metrics()))
                        .editedAt(node.at("updated_time").time());
        Field answered =
                node.at("parent").has("id") ? node.at("parent") : parent.orElse(Field.NONE);
        if (answered.has("id")) {
            builder.reference(
                    Reference.Kind.REPLY,
                    intake.postId(Platform.FACEBOOK, answered.at("id")),
                    author(answered.at("from"), intake).map(Author::ref));
        }
        attachments(builder, node.at("attachments"));
        return builder.published();
    }

    /** The Graph API shows a page by its name alone. */
    static Field handle(Field from) {
        return from.first("username", "name");
    }

    static Optional<Author> author(Field from, Intake intake) {
        return from.at("id").id().map(id -> Author.of(intake.author(Platform.FACEBOOK, id)));
    }

    private static Engagement engagement(Field node, Metrics metrics) {
        OptionalLong reactions = total(node.at("reactions"), metrics);
        OptionalLong likes = total(node.at("likes"), metrics);
        OptionalLong comments = total(node.at("comments"), metrics);
        return new Engagement(
                reactions.isPresent()
                        ? reactions
                        : likes.isPresent() ? likes : metrics.count(node.at("like_count")),
                comments.isPresent() ? comments : metrics.count(node.at("comment_count")),
                metrics.count(node.at("shares").at("count")),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static OptionalLong total(Field list, Metrics metrics) {
        return metrics.count(list.at("summary").at("total_count"));
    }

    private static void attachments(PostBuilder builder, Field attachments) {
        for (Field item : attachments.at("data").itemsIfAny()) {
            Field target = item.at("target").at("id");
            for (String part : List.of("title", "description")) {
                builder.context(Passage.Kind.ATTACHMENT, item.at(part));
            }
            String type = item.first("media_type", "type").textIfAny();
            if (item.has("subattachments")) {
                attachments(builder, item.at("subattachments"));
            } else if (target.present() && type.contains("video")) {
                builder.media(MediaRef.Kind.VIDEO, target, target.requiredId());
            } else if (target.present() && type.contains("photo")) {
                builder.media(MediaRef.Kind.IMAGE, target, target.requiredId());
            }
        }
    }
}
