package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Meta's webhooks ({@code object} and {@code entry}): additions, edits and removals of a page's
 * posts, comments and ratings, mentions, and comments on Instagram. Likes are ignored, and private
 * messages always. See https://developers.facebook.com/docs/graph-api/webhooks/reference/page.
 */
final class MetaWebhookFormat implements Format {
    private static final List<String> POST_ITEMS =
            List.of("post", "status", "photo", "video", "share", "album", "event", "link", "note");

    @Override
    public List<String> names() {
        return List.of("meta-webhook", "facebook", "instagram");
    }

    @Override
    public boolean recognises(Field value) {
        return value.at("object").isText() && value.at("entry").isArray();
    }

    @Override
    public void read(Field value, Intake intake) {
        String object = value.at("object").textIfAny();
        for (Field entry : value.at("entry").itemsIfAny()) {
            if (object.startsWith("whatsapp") || entry.hasAny("messaging", "standby")) {
                intake.irrelevant(entry, "private messages; they are never analysed");
            } else if (entry.at("changes").isArray()) {
                for (Field change : entry.at("changes").items()) {
                    intake.record(change, () -> change(change, entry.at("time"), object, intake));
                }
            } else {
                intake.irrelevant(entry, "a notice about an account of Meta");
            }
        }
    }

    private static Decoded change(Field change, Field time, String object, Intake intake) {
        Field field = change.at("field");
        Field value = change.at("value");
        Optional<Instant> at = time.time();
        return switch (field.requiredText()) {
            case "feed", "mention" -> feed(value, at, intake);
            case "ratings" -> rating(value, at, intake);
            case "comments", "live_comments" ->
                    object.equals("instagram")
                            ? instagramComment(value, at, intake)
                            : new Decoded.Irrelevant("a change of comments");
            default ->
                    new Decoded.Irrelevant("a change of " + Excerpt.of(field.requiredText(), 40));
        };
    }

    private static Decoded feed(Field value, Optional<Instant> at, Intake intake) {
        String item = value.at("item").text().orElse("");
        if (item.equals("comment")) {
            return post(value, value.at("comment_id"), at, intake);
        }
        return POST_ITEMS.contains(item)
                ? post(value, value.at("post_id"), at, intake)
                : new Decoded.Irrelevant("a change of " + Excerpt.of(item, 40));
    }

    private static Decoded rating(Field value, Optional<Instant> at, Intake intake) {
        return switch (value.at("item").text().orElse("")) {
            case "rating" -> post(value, value.at("open_graph_story_id"), at, intake);
            case "comment" -> post(value, value.at("comment_id"), at, intake);
            default -> new Decoded.Irrelevant("a change of ratings");
        };
    }

    private static Decoded post(Field value, Field idField, Optional<Instant> at, Intake intake) {
        Field verb = value.at("verb");
        return switch (verb.requiredText()) {
            case "remove", "delete" ->
                    intake.removed(intake.postId(Platform.FACEBOOK, idField), at);
            case "add" -> published(value, idField, 0, at, intake);
            case "edit", "edited", "update" -> {
                long edit = at.orElse(intake.sentAt()).toEpochMilli();
                yield published(value, idField, edit, at, intake);
            }
            default ->
                    new Decoded.Irrelevant(
                            "a post's change of state: " + Excerpt.of(verb.requiredText(), 40));
        };
    }

    private static Decoded published(
            Field value, Field idField, long edit, Optional<Instant> at, Intake intake) {
        PostId id = intake.postId(Platform.FACEBOOK, idField);
        Field text = value.first("message", "review_text");
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(value.at("created_time").time().or(() -> at))
                        .text(text, text.text().orElse(""))
                        .author(author(value, intake))
                        .handle(FacebookFormat.handle(value.at("from")))
                        .edit(edit);
        Field parent = value.at("parent_id");
        if (parent.present() && !parent.requiredId().equals(id.nativeId())) {
            builder.reference(Reference.Kind.REPLY, intake.postId(Platform.FACEBOOK, parent));
        }
        media(builder, MediaRef.Kind.IMAGE, value.at("photo_id"));
        media(builder, MediaRef.Kind.VIDEO, value.at("video_id"));
        return builder.published();
    }

    private static void media(PostBuilder builder, MediaRef.Kind kind, Field id) {
        if (id.present()) {
            builder.media(kind, id, id.requiredId());
        }
    }

    private static Optional<Author> author(Field value, Intake intake) {
        return value.at("from")
                .at("id")
                .id()
                .or(() -> value.first("sender_id", "reviewer_id").id())
                .map(id -> Author.of(intake.author(Platform.FACEBOOK, id)));
    }

    private static Decoded instagramComment(Field value, Optional<Instant> at, Intake intake) {
        Field text = value.at("text");
        PostBuilder builder =
                new PostBuilder(intake, intake.postId(Platform.INSTAGRAM, value.at("id")))
                        .createdAt(at)
                        .text(text, text.requiredText())
                        .author(InstagramFormat.author(value, Platform.INSTAGRAM, intake))
                        .handle(InstagramFormat.handle(value));
        Field parent = value.has("parent_id") ? value.at("parent_id") : value.at("media").at("id");
        if (parent.present()) {
            builder.reference(Reference.Kind.REPLY, intake.postId(Platform.INSTAGRAM, parent));
        }
        return builder.published();
    }
}
