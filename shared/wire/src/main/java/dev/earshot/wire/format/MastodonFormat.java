package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;

/**
 * Mastodon: statuses, threads, searches, notifications and the streaming interface's events. Text
 * is the content warning followed by the content without markup; a boost takes the original's.
 * Followers-only and direct statuses are never analysed. See
 * https://docs.joinmastodon.org/entities/.
 */
final class MastodonFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("mastodon", "fediverse");
    }

    @Override
    public boolean recognises(Field value) {
        return isStatus(value)
                || isStatus(value.at("status"))
                || isStatus(value.at("last_status"))
                || isDeletionAnswer(value)
                || isStreamEvent(value)
                || isStatus(sample(value.at("statuses")))
                || (value.at("statuses").isArray() && value.at("hashtags").isArray())
                || (value.at("ancestors").isArray() && value.at("descendants").isArray())
                || isAccount(value)
                || isSource(value);
    }

    /** The source text of a status, for editing; has neither time nor author. */
    private static boolean isSource(Field value) {
        return value.has("text") && value.at("spoiler_text").isText() && !value.has("content");
    }

    private static Field sample(Field list) {
        return list.itemsIfAny().stream().findFirst().orElse(list);
    }

    private static boolean isStatus(Field value) {
        return value.at("content").isText()
                && value.hasAny("account", "uri", "visibility", "spoiler_text", "sensitive");
    }

    /** The response to deleting a status is the status with its source text instead of content. */
    private static boolean isDeletionAnswer(Field value) {
        return value.has("text")
                && value.hasAny("visibility")
                && value.has("uri")
                && value.at("account").isObject();
    }

    private static boolean isStreamEvent(Field value) {
        return value.at("event").isText() && value.hasAny("payload", "stream");
    }

    private static boolean isAccount(Field value) {
        return value.at("acct").isText() && value.at("username").isText();
    }

    @Override
    public void read(Field value, Intake intake) {
        if (isStreamEvent(value)) {
            intake.record(value, () -> streamed(value, intake));
        } else if (value.at("statuses").isArray() || value.at("descendants").isArray()) {
            for (String list : List.of("ancestors", "statuses", "descendants")) {
                value.at(list).itemsIfAny().forEach(item -> readStatus(item, intake));
            }
        } else if (value.at("last_status").isObject()) {
            intake.irrelevant(value, "a conversation; private messages are never analysed");
        } else if (value.at("status").isObject() && !value.has("content")) {
            readStatus(value.at("status"), intake);
        } else if (isSource(value) && !isDeletionAnswer(value)) {
            intake.irrelevant(value, "the source text of a status");
        } else if (isAccount(value)) {
            intake.irrelevant(value, "an account of Mastodon");
        } else {
            readStatus(value, intake);
        }
    }

    private static void readStatus(Field status, Intake intake) {
        intake.record(status, () -> status(status, intake));
    }

    private static Decoded streamed(Field event, Intake intake) {
        Field payload = event.at("payload");
        return switch (event.at("event").requiredText()) {
            case "delete" ->
                    intake.removed(intake.postId(Platform.MASTODON, payload), Optional.empty());
            case "update", "status.update" ->
                    status(payload.isText() ? intake.nested(payload) : payload, intake);
            default ->
                    new Decoded.Irrelevant(
                            "event of Mastodon: "
                                    + Excerpt.of(event.at("event").requiredText(), 40));
        };
    }

    private static Decoded status(Field status, Intake intake) {
        if (!status.isObject()) {
            throw status.bad("must be a status with id and content, got " + status.shown());
        }
        PostId id = intake.postId(Platform.MASTODON, status.at("id"));
        if (isDeletionAnswer(status) && !status.has("content")) {
            return intake.removed(id, Optional.empty());
        }
        String visibility = status.at("visibility").textIfAny();
        if (visibility.equals("private") || visibility.equals("direct")) {
            return new Decoded.Irrelevant("a status that is not public (" + visibility + ")");
        }
        Field boosted = status.at("reblog");
        Field body = boosted.isObject() ? boosted : status;
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(status.at("created_at").time())
                        .shownText(body.at("content"), text(body))
                        .language(body.at("language"))
                        .author(author(status.at("account"), intake))
                        .handle(handle(status.at("account")))
                        .shownName(status.at("account").at("display_name"))
                        .engagement(
                                status.at("favourites_count"),
                                status.at("replies_count"),
                                status.at("reblogs_count"),
                                status.at("quotes_count"),
                                Field.NONE)
                        .editedAt(status.at("edited_at").time());
        reference(
                builder,
                Reference.Kind.REPLY,
                status.at("in_reply_to_id"),
                answered(status),
                intake);
        reference(builder, Reference.Kind.REPOST, boosted.at("id"), boosted.at("account"), intake);
        Field quoted = status.at("quote").at("quoted_status").at("id");
        reference(
                builder,
                Reference.Kind.QUOTE,
                quoted.present() ? quoted : status.at("quote").at("id"),
                quoted.present()
                        ? status.at("quote").at("quoted_status").at("account")
                        : status.at("quote").at("account"),
                intake);
        body.at("media_attachments").items().forEach(item -> media(builder, item));
        context(builder, body);
        return builder.published();
    }

    /** Alt texts, a poll's options, the card of a link, and what the author quotes. */
    private static void context(PostBuilder builder, Field status) {
        for (Field medium : status.at("media_attachments").itemsIfAny()) {
            builder.context(Passage.Kind.ALT_TEXT, medium.at("description"));
        }
        for (Field option : status.at("poll").at("options").itemsIfAny()) {
            builder.context(Passage.Kind.POLL, option.at("title"));
        }
        for (String part : List.of("title", "description")) {
            builder.context(Passage.Kind.LINK, status.at("card").at(part));
        }
        builder.context(
                Passage.Kind.QUOTED,
                Html.quoted(status.at("content").textIfAny()).replace("&", "&amp;"));
    }

    private static String text(Field status) {
        String content = Html.ownText(status.at("content"));
        String warning = status.has("spoiler_text") ? Html.text(status.at("spoiler_text")) : "";
        return warning.isBlank() ? content : warning + "\n" + content;
    }

    /** An account's address is the same on every server; its id is valid on one server only. */
    private static Optional<Author> author(Field account, Intake intake) {
        return address(account)
                .map(
                        id ->
                                intake.author(
                                        Platform.MASTODON,
                                        id,
                                        account.at("followers_count"),
                                        account.at("following_count"),
                                        account.at("statuses_count"),
                                        Field.NONE,
                                        Field.NONE,
                                        account.at("created_at")));
    }

    /** A name is complete with its server, which accounts of the server itself leave out. */
    private static Field handle(Field account) {
        Field name = account.at("acct");
        return name.textIfAny().indexOf('@') > 0 ? name : account.first("url", "uri", "acct");
    }

    /** Mentions contain only the address, so it is tried first. */
    private static Optional<String> address(Field account) {
        return account.first("url", "uri", "acct", "id").id();
    }

    /** The account replied to, found in the mentions by its id on this server. */
    private static Field answered(Field status) {
        Optional<String> number = status.at("in_reply_to_account_id").id();
        if (number.isEmpty()) {
            return Field.NONE;
        }
        if (status.at("account").at("id").id().equals(number)) {
            return status.at("account");
        }
        return status.at("mentions").itemsIfAny().stream()
                .filter(mention -> mention.at("id").id().equals(number))
                .findFirst()
                .orElse(Field.NONE);
    }

    private static void reference(
            PostBuilder builder, Reference.Kind kind, Field target, Field account, Intake intake) {
        if (target.present()) {
            builder.reference(
                    kind,
                    intake.postId(Platform.MASTODON, target),
                    address(account).map(id -> intake.author(Platform.MASTODON, id)));
        }
    }

    private static void media(PostBuilder builder, Field item) {
        Field id = item.at("id");
        switch (item.at("type").textIfAny()) {
            case "image" -> builder.media(MediaRef.Kind.IMAGE, id, id.requiredId());
            case "video" -> builder.media(MediaRef.Kind.VIDEO, id, id.requiredId());
            case "gifv" -> builder.media(MediaRef.Kind.ANIMATION, id, id.requiredId());
            default -> {
                // Audio, and attachments of a type unknown to the server.
            }
        }
    }
}
