package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;

/**
 * Instagram Graph API: media (the caption is the text, a carousel's children are its media),
 * comments and replies, mentions, and another business's media; and posts of Threads, which have
 * the same shape. See https://developers.facebook.com/docs/instagram-platform/reference/ig-media.
 */
final class InstagramFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("instagram", "instagram-graph", "threads");
    }

    @Override
    public boolean recognises(Field value) {
        return MetaGraph.holds(unwrapped(value), InstagramFormat::isPost)
                || value.at("business_discovery").isObject();
    }

    private static boolean isPost(Field value) {
        return value.hasAny("media_type", "media_product_type", "is_quote_post")
                || (value.has("caption") && value.hasAny("id", "ig_id"))
                || isComment(value);
    }

    private static boolean isComment(Field value) {
        return value.has("text") && value.has("timestamp") && !value.has("platform");
    }

    private static Field unwrapped(Field value) {
        for (String wrapper : List.of("mentioned_media", "mentioned_comment")) {
            if (value.at(wrapper).isObject()) {
                return value.at(wrapper);
            }
        }
        Field discovered = value.at("business_discovery").at("media");
        return discovered.isObject() ? discovered : value;
    }

    @Override
    public void read(Field value, Intake intake) {
        Field discovered = value.at("business_discovery");
        if (discovered.isObject() && !discovered.has("media")) {
            intake.irrelevant(value, "an account of Instagram");
            return;
        }
        MetaGraph.nodes(unwrapped(value)).forEach(node -> readOne(node, Optional.empty(), intake));
    }

    private static void readOne(Field node, Optional<Field> parent, Intake intake) {
        intake.record(node, () -> post(node, parent, intake));
        for (String list : List.of("comments", "replies")) {
            for (Field reply : node.at(list).at("data").itemsIfAny()) {
                readOne(reply, Optional.of(node), intake);
            }
        }
    }

    private static Decoded post(Field node, Optional<Field> parent, Intake intake) {
        if (!node.isObject()) {
            throw node.bad("must be a medium or a comment, got " + node.shown());
        }
        boolean threads =
                node.has("is_quote_post")
                        || node.at("media_product_type").textIfAny().equals("THREADS");
        Platform platform = threads ? Platform.THREADS : Platform.INSTAGRAM;
        Field text = node.first("caption", "text");
        if (!text.present() && !node.hasAny("media_type", "media_product_type")) {
            throw text.missing();
        }
        PostId id = intake.postId(platform, node.at("id"));
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(node.at("timestamp").time())
                        .text(text, text.text().orElse(""))
                        .author(author(node, platform, intake))
                        .handle(handle(node))
                        .engagement(
                                node.at("like_count"),
                                node.at("comments_count"),
                                Field.NONE,
                                Field.NONE,
                                node.at("view_count"));
        Field above = parent.orElse(node.at("media"));
        Field answered = node.has("parent_id") ? node.at("parent_id") : above.at("id");
        if (answered.present()) {
            builder.reference(
                    Reference.Kind.REPLY,
                    intake.postId(platform, answered),
                    answered.id().equals(above.at("id").id())
                            ? author(above, platform, intake).map(Author::ref)
                            : Optional.empty());
        }
        media(builder, node);
        return builder.published();
    }

    static Field handle(Field node) {
        for (String holder : List.of("owner", "from", "user")) {
            if (node.at(holder).has("username")) {
                return node.at(holder).at("username");
            }
        }
        return node.at("username");
    }

    static Optional<Author> author(Field node, Platform platform, Intake intake) {
        for (String holder : List.of("owner", "from", "user")) {
            Optional<String> id = node.at(holder).at("id").id();
            if (id.isPresent()) {
                return id.map(known -> Author.of(intake.author(platform, known)));
            }
        }
        return node.at("username")
                .text()
                .map(name -> Author.of(intake.author(platform, MetaGraph.handle(name))));
    }

    private static void media(PostBuilder builder, Field node) {
        List<Field> children = node.at("children").at("data").itemsIfAny();
        if (!children.isEmpty()) {
            children.forEach(child -> medium(builder, child));
        } else if (!node.at("media_type").textIfAny().startsWith("TEXT")
                && !node.at("media_type").textIfAny().isEmpty()) {
            medium(builder, node);
        }
    }

    private static void medium(PostBuilder builder, Field node) {
        builder.context(Passage.Kind.ALT_TEXT, node.at("alt_text"));
        Field id = node.at("id");
        boolean video = node.at("media_type").textIfAny().equals("VIDEO");
        builder.media(video ? MediaRef.Kind.VIDEO : MediaRef.Kind.IMAGE, id, id.requiredId());
    }
}
