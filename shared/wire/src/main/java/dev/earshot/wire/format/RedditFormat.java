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

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reddit: listings, threads with nested replies, single things, and bare records as in archives. A
 * post's id is its full name ({@code t3_} a submission, {@code t1_} a comment); a submission's text
 * is title and body. A text of {@code [deleted]} or {@code [removed]} is a removal. See
 * https://www.reddit.com/dev/api.
 */
final class RedditFormat implements Format {
    private static final List<String> KINDS =
            List.of("Listing", "more", "t1", "t2", "t3", "t4", "t5", "t6", "UserList");

    @Override
    public List<String> names() {
        return List.of("reddit", "pushshift");
    }

    @Override
    public boolean recognises(Field value) {
        return isThing(value) || value.at("json").isObject() || isBare(value);
    }

    private static boolean isThing(Field value) {
        return KINDS.contains(value.at("kind").textIfAny())
                && (value.at("data").isObject() || value.at("data").isArray());
    }

    private static boolean isBare(Field value) {
        return value.has("subreddit")
                && value.has("id")
                && value.hasAny("body", "title", "selftext");
    }

    @Override
    public void read(Field value, Intake intake) {
        if (value.at("json").isObject()) {
            answer(value.at("json"), intake);
        } else if (isThing(value)) {
            thing(value, Field.NONE, intake);
        } else {
            String kind = value.has("body") ? "t1" : "t3";
            intake.record(value, () -> post(value, kind, Field.NONE, intake));
        }
    }

    /** The response to loading more comments. */
    private static void answer(Field json, Intake intake) {
        for (Field error : json.at("errors").itemsIfAny()) {
            intake.irrelevant(error, "error of Reddit");
        }
        json.at("data").at("things").itemsIfAny().forEach(item -> thing(item, Field.NONE, intake));
    }

    /**
     * @param above author of the parent; absent if unknown
     */
    private static void thing(Field thing, Field above, Intake intake) {
        Field data = thing.at("data");
        String kind = thing.at("kind").textIfAny();
        switch (kind) {
            case "Listing" ->
                    data.at("children").itemsIfAny().forEach(child -> thing(child, above, intake));
            case "t1", "t3" -> {
                intake.record(thing, () -> post(data, kind, above, intake));
                if (data.at("replies").isObject()) {
                    thing(data.at("replies"), data.at("author"), intake);
                }
            }
            case "more" -> intake.irrelevant(thing, "a list of comments still to be loaded");
            case "t4" -> intake.irrelevant(thing, "a message; private messages are never analysed");
            default ->
                    intake.record(
                            thing,
                            () -> {
                                if (!KINDS.contains(kind)) {
                                    throw thing.bad(
                                            "must be a thing with kind and data, got "
                                                    + thing.shown());
                                }
                                return new Decoded.Irrelevant("a thing of Reddit of kind " + kind);
                            });
        }
    }

    private static Decoded post(Field data, String kind, Field above, Intake intake) {
        Field name = data.at("name");
        PostId id =
                name.textIfAny().startsWith(kind + "_")
                        ? intake.postId(Platform.REDDIT, name)
                        : intake.postId(
                                Platform.REDDIT,
                                data.at("id"),
                                kind + "_" + data.at("id").requiredId());
        boolean comment = kind.equals("t1");
        Field body = data.at(comment ? "body" : "selftext");
        if (isGone(body) || isGone(data.at("title")) || data.has("removed_by_category")) {
            return intake.removed(id, Optional.empty());
        }
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(data.at("created_utc").time())
                        .text(comment ? body : data.at("title"), text(data, comment))
                        .author(author(data.at("author"), intake))
                        .handle(data.at("author"))
                        .engagement(engagement(data, intake.metrics()))
                        .editedAt(editedAt(data.at("edited")));
        Field answered = data.at("parent_id");
        boolean submission = answered.textIfAny().startsWith("t3_");
        reference(
                builder,
                Reference.Kind.REPLY,
                answered,
                submission ? data.at("link_author") : above,
                intake);
        Field crossposted =
                data.at("crosspost_parent_list").itemsIfAny().stream()
                        .findFirst()
                        .orElse(Field.NONE);
        reference(
                builder,
                Reference.Kind.REPOST,
                data.at("crosspost_parent"),
                crossposted.at("author"),
                intake);
        media(builder, data);
        context(builder, data, crossposted, body);
        return builder.published();
    }

    /** The post that is posted again, what the author quotes, a poll's options, captions. */
    private static void context(PostBuilder builder, Field data, Field crossposted, Field body) {
        builder.context(Passage.Kind.QUOTED, QuotedLines.quoted(body.textIfAny()));
        for (String part : List.of("title", "selftext")) {
            builder.context(Passage.Kind.ORIGINAL, crossposted.at(part));
        }
        for (Field option : data.at("poll_data").at("options").itemsIfAny()) {
            builder.context(Passage.Kind.POLL, option.at("text"));
        }
        for (Field item : data.at("gallery_data").at("items").itemsIfAny()) {
            builder.context(Passage.Kind.ALT_TEXT, item.at("caption"));
        }
    }

    private static String text(Field data, boolean comment) {
        if (comment) {
            return shown(data.at("body").requiredText());
        }
        String title = data.at("title").requiredText();
        String body = shown(data.at("selftext").text().orElse(""));
        return body.isBlank() ? title : title + "\n\n" + body;
    }

    /** The author's own lines, without the spaces of no width that the editor leaves behind. */
    private static String shown(String markdown) {
        return QuotedLines.own(markdown.replace("&amp;#x200B;", ""));
    }

    private static boolean isGone(Field text) {
        String shown = text.textIfAny().strip();
        return shown.equals("[deleted]")
                || shown.equals("[removed]")
                || shown.equals("[deleted by user]")
                || shown.startsWith("[ Removed by ");
    }

    private static Optional<Author> author(Field name, Intake intake) {
        return name.text()
                .filter(author -> !author.equals("[deleted]") && !author.isEmpty())
                .map(author -> Author.of(intake.author(Platform.REDDIT, author)));
    }

    /**
     * {@code false}, or the time of the edit; early archives contain {@code true}, which gives no
     * time.
     */
    private static Optional<Instant> editedAt(Field edited) {
        return edited.isNumber() || edited.isText() ? edited.time() : Optional.empty();
    }

    /** A score is net of downvotes and may be negative; likes are then 0. */
    private static Engagement engagement(Field data, Metrics metrics) {
        return new Engagement(
                data.at("score_hidden").isTrue()
                        ? OptionalLong.empty()
                        : metrics.votes(data.at("score")),
                metrics.count(data.at("num_comments")),
                metrics.count(data.at("num_crossposts")),
                OptionalLong.empty(),
                metrics.count(data.at("view_count")));
    }

    private static void reference(
            PostBuilder builder, Reference.Kind kind, Field target, Field writer, Intake intake) {
        if (target.present()) {
            builder.reference(
                    kind,
                    intake.postId(Platform.REDDIT, target),
                    author(writer, intake).map(Author::ref));
        }
    }

    private static void media(PostBuilder builder, Field data) {
        Field gallery = data.at("media_metadata");
        for (String id : gallery.names()) {
            boolean animated = gallery.at(id).at("e").textIfAny().equals("AnimatedImage");
            builder.media(
                    animated ? MediaRef.Kind.ANIMATION : MediaRef.Kind.IMAGE, gallery.at(id), id);
        }
        for (Field image : data.at("preview").at("images").itemsIfAny()) {
            String hint = data.at("post_hint").textIfAny();
            Field id = image.at("id");
            if (data.at("is_video").isTrue() || hint.equals("hosted:video")) {
                builder.media(MediaRef.Kind.VIDEO, id, id.requiredId());
            } else if (hint.equals("image")) {
                builder.media(MediaRef.Kind.IMAGE, id, id.requiredId());
            }
        }
    }
}
