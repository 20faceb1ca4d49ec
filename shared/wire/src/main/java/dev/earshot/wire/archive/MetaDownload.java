package dev.earshot.wire.archive;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;

/**
 * Downloads of Instagram and Facebook: posts, reels and comments, each a record without an id of
 * its own. Messages are not read. Their texts come decoded twice and are repaired like any other.
 */
final class MetaDownload implements Archive {
    private static final List<String> LISTS =
            List.of(
                    "comments_media_comments",
                    "comments_reels_comments",
                    "ig_reels_media",
                    "ig_other_media",
                    "comments_v2",
                    "comments",
                    "status_updates",
                    "group_posts_v2",
                    "group_comments_v2");

    @Override
    public boolean recognises(Field value) {
        return isRecord(value)
                || isConversation(value)
                || LISTS.stream()
                        .anyMatch(
                                name ->
                                        value.at(name).itemsIfAny().stream()
                                                .findFirst()
                                                .filter(MetaDownload::isRecord)
                                                .isPresent());
    }

    private static boolean isRecord(Field value) {
        return isComment(value) || isInstagram(value) || isFacebook(value);
    }

    private static boolean isComment(Field value) {
        return value.at("string_map_data").isObject();
    }

    private static boolean isInstagram(Field value) {
        return value.at("media").isArray()
                && value.at("media").items().stream().anyMatch(m -> m.has("creation_timestamp"));
    }

    private static boolean isFacebook(Field value) {
        return value.has("timestamp")
                && value.hasAny("data", "attachments", "title")
                && !value.hasAny("id", "text", "caption");
    }

    private static boolean isConversation(Field value) {
        return value.at("participants").isArray() && value.at("messages").isArray();
    }

    @Override
    public void read(Field value, Intake intake) {
        if (isConversation(value)) {
            intake.irrelevant(value, "a conversation; private messages are never analysed");
        } else if (isComment(value)) {
            comment(value, intake);
        } else if (isInstagram(value)) {
            instagram(value, intake);
        } else if (isFacebook(value)) {
            facebook(value, intake);
        } else {
            LISTS.forEach(name -> value.at(name).itemsIfAny().forEach(item -> read(item, intake)));
        }
    }

    private static void comment(Field value, Intake intake) {
        Field map = value.at("string_map_data");
        String text = map.at("Comment").at("value").textIfAny();
        Field time = map.at("Time").at("timestamp");
        new OwnPost(value, Platform.INSTAGRAM)
                .idOf("comment", time.shown(), text)
                .text(text)
                .submit(time, intake);
    }

    /** One picture has its caption beside it; several share the caption of the post. */
    private static void instagram(Field value, Intake intake) {
        Field first = value.at("media").items().getFirst();
        Field time =
                value.has("creation_timestamp")
                        ? value.at("creation_timestamp")
                        : first.at("creation_timestamp");
        String text = value.at("title").textIfAny();
        text = text.isEmpty() ? first.at("title").textIfAny() : text;
        new OwnPost(value, Platform.INSTAGRAM)
                .idOf("post", time.shown(), first.at("uri").textIfAny(), text)
                .text(text)
                .submit(time, intake);
    }

    private static void facebook(Field value, Intake intake) {
        Field data = value.at("data");
        List<Field> parts = data.itemsIfAny();
        Optional<String> post = first(parts, "post");
        Optional<Field> comment =
                parts.stream().map(p -> p.at("comment")).filter(Field::isObject).findFirst();
        String text = comment.map(c -> c.at("comment").textIfAny()).or(() -> post).orElse("");
        if (text.isEmpty()) {
            intake.irrelevant(value, "a record of Facebook without a text of its own");
            return;
        }
        new OwnPost(value, Platform.FACEBOOK)
                .idOf(comment.isPresent() ? "comment" : "post", value.at("timestamp").shown(), text)
                .text(text)
                .submit(value.at("timestamp"), intake);
    }

    private static Optional<String> first(List<Field> parts, String name) {
        return parts.stream()
                .map(part -> part.at(name).textIfAny())
                .filter(t -> !t.isEmpty())
                .findFirst();
    }
}
