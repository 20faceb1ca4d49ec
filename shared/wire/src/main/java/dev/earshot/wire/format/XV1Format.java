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
 * X v1.1, as in archives (where each status is under {@code tweet}) and the premium and streaming
 * interfaces: a status, arrays of them, a search's {@code statuses} or {@code results}, a site
 * stream's {@code message}. A repost takes text and media from {@code retweeted_status}; ids come
 * from {@code id_str} where there is one.
 */
final class XV1Format implements Format {
    private static final List<String> NOTICES =
            List.of(
                    "friends",
                    "limit",
                    "warning",
                    "disconnect",
                    "event",
                    "direct_message",
                    "control",
                    "scrub_geo");

    @Override
    public List<String> names() {
        return List.of("x-v1", "twitter-v1", "x", "twitter");
    }

    @Override
    public boolean recognises(Field value) {
        return isStatus(value)
                || isStatus(value.at("tweet"))
                || isAccount(value)
                || isPrivate(value)
                || isStatus(sample(value.at("statuses")))
                || isStatus(sample(value.at("results")))
                || value.has("search_metadata")
                || (value.has("for_user") && value.at("message").isObject())
                || isNotice(value);
    }

    private static Field sample(Field list) {
        return list.itemsIfAny().stream().findFirst().orElse(list);
    }

    private static boolean isStatus(Field value) {
        return value.hasAny("id_str", "id")
                && value.hasAny("text", "full_text", "retweeted_status")
                && ((value.at("user").isObject()
                                && value.hasAny("created_at", "source", "retweeted_status"))
                        || (value.has("id_str") && value.has("created_at")));
    }

    private static boolean isAccount(Field value) {
        return value.has("screen_name") && value.hasAny("followers_count", "id_str", "id");
    }

    private static boolean isPrivate(Field value) {
        return value.has("recipient_id")
                || value.has("sender_screen_name")
                || value.at("message_create").isObject()
                || value.at("delete").at("direct_message").isObject();
    }

    private static boolean isNotice(Field value) {
        List<String> names = value.names();
        return (names.size() == 1 && NOTICES.contains(names.getFirst()))
                || (value.at("event").isText()
                        && value.at("source").isObject()
                        && value.at("target").isObject());
    }

    @Override
    public void read(Field value, Intake intake) {
        if (value.at("statuses").isArray() || value.at("results").isArray()) {
            value.at("statuses").itemsIfAny().forEach(item -> readOne(item, intake));
            value.at("results").itemsIfAny().forEach(item -> readOne(item, intake));
        } else if (value.has("for_user") && value.at("message").isObject()) {
            Field inner = value.at("message");
            if (XComplianceFormat.isEvent(inner)) {
                XComplianceFormat.readEvent(inner, intake);
            } else {
                readOne(inner, intake);
            }
        } else {
            readOne(value, intake);
        }
    }

    private static void readOne(Field value, Intake intake) {
        if (!isStatus(value) && isStatus(value.at("tweet"))) {
            readOne(value.at("tweet"), intake);
        } else if (isPrivate(value)) {
            intake.irrelevant(value, "a direct message; private messages are never analysed");
        } else if (isNotice(value)) {
            intake.irrelevant(value, "a notice of X: " + value.names().getFirst());
        } else if (isAccount(value) && !value.hasAny("text", "full_text", "retweeted_status")) {
            intake.irrelevant(value, "an account of X");
        } else {
            intake.record(value, () -> status(value, intake));
        }
    }

    private static Decoded status(Field status, Intake intake) {
        if (!status.isObject()) {
            throw status.bad("must be a status with id_str and text, got " + status.shown());
        }
        Field ownId = status.first("id_str", "id");
        Field initial = status.at("edit_history").at("initial_tweet_id");
        PostId own = intake.postId(Platform.X, ownId);
        PostId id = initial.present() ? intake.postId(Platform.X, initial) : own;
        Field original = status.at("retweeted_status");
        Field body = original.isObject() ? original : status;
        Field text = text(body);
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(
                                status.at("created_at")
                                        .time()
                                        .or(() -> XIds.createdAt(own.nativeId())))
                        .text(text, ManualRepost.own(text.requiredText()))
                        .language(status.at("lang"))
                        .author(author(status.at("user"), intake))
                        .handle(status.at("user").at("screen_name"))
                        .shownName(status.at("user").at("name"))
                        .engagement(
                                status.at("favorite_count"),
                                status.at("reply_count"),
                                exact(status.at("retweet_count")),
                                status.at("quote_count"),
                                status.at("views").at("count"))
                        .otherId(own);
        List<Field> history = status.at("edit_history").at("edit_tweet_ids").items();
        for (int i = 0; i < history.size(); i++) {
            PostId each = intake.postId(Platform.X, history.get(i));
            builder.otherId(each);
            if (each.equals(own)) {
                builder.edit(i);
            }
        }
        reference(
                builder,
                Reference.Kind.REPLY,
                status.first("in_reply_to_status_id_str", "in_reply_to_status_id"),
                status.first("in_reply_to_user_id_str", "in_reply_to_user_id"),
                intake);
        reference(
                builder,
                Reference.Kind.REPOST,
                original.first("id_str", "id"),
                original.at("user").first("id_str", "id"),
                intake);
        reference(
                builder,
                Reference.Kind.QUOTE,
                status.first("quoted_status_id_str", "quoted_status_id"),
                status.at("quoted_status").at("user").first("id_str", "id"),
                intake);
        media(body, builder);
        builder.context(Passage.Kind.QUOTED, ManualRepost.repeated(text.requiredText()));
        return builder.published();
    }

    private static Field text(Field status) {
        Field extended = status.at("extended_tweet").at("full_text");
        return extended.present() ? extended : status.first("full_text", "text");
    }

    /** Early payloads wrote {@code "100+"}: not a number, so unknown. */
    private static Field exact(Field count) {
        return count.textIfAny().endsWith("+") ? new Field(count.path(), null) : count;
    }

    private static Optional<Author> author(Field user, Intake intake) {
        return user.first("id_str", "id")
                .id()
                .map(
                        id ->
                                intake.author(
                                        Platform.X,
                                        id,
                                        user.at("followers_count"),
                                        user.at("friends_count"),
                                        user.at("statuses_count"),
                                        user.at("listed_count"),
                                        user.at("verified"),
                                        user.at("created_at")));
    }

    private static void reference(
            PostBuilder builder, Reference.Kind kind, Field target, Field writer, Intake intake) {
        if (target.present()) {
            builder.reference(
                    kind,
                    intake.postId(Platform.X, target),
                    writer.id().map(id -> intake.author(Platform.X, id)));
        }
    }

    private static void media(Field status, PostBuilder builder) {
        Field full = status.at("extended_tweet").isObject() ? status.at("extended_tweet") : status;
        Field entities =
                full.at("extended_entities").has("media")
                        ? full.at("extended_entities")
                        : full.at("entities");
        for (Field item : entities.at("media").itemsIfAny()) {
            Field id = item.first("id_str", "id");
            MediaRef.Kind kind =
                    switch (item.at("type").textIfAny()) {
                        case "video" -> MediaRef.Kind.VIDEO;
                        case "animated_gif" -> MediaRef.Kind.ANIMATION;
                        default -> MediaRef.Kind.IMAGE;
                    };
            builder.media(kind, id, id.requiredId());
            builder.context(Passage.Kind.ALT_TEXT, item.at("ext_alt_text"));
        }
    }
}
