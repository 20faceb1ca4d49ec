package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The project's own format; the module's README describes every field. */
public final class EarshotFormat implements Format {
    /** In a result that was exported the author is a pseudonym already, and stays the same. */
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{32}");

    @Override
    public List<String> names() {
        return List.of("earshot", "upload");
    }

    @Override
    public boolean recognises(Field value) {
        return (value.has("id") && value.hasAny("text", "deleted")) || value.at("delete").has("id");
    }

    @Override
    public void read(Field value, Intake intake) {
        intake.record(value, () -> record(value, intake));
    }

    private static Decoded record(Field value, Intake intake) {
        if (!value.isObject()) {
            throw value.bad("must be an object with id and text, got " + value.shown());
        }
        if (value.has("delete")) {
            Field delete = value.at("delete");
            var id = intake.postId(platform(delete), delete.at("id"));
            return intake.removed(id, delete.first("at", "deletedAt").time());
        }
        Platform platform = platform(value);
        var id = intake.postId(platform, value.at("id"));
        if (value.at("deleted").isTrue()) {
            return intake.removed(id, value.at("deletedAt").time());
        }
        Field text = value.at("text");
        Field engagement = value.at("engagement");
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(value.first("createdAt", "created_at").time())
                        .text(text, text.requiredText())
                        .language(value.first("language", "lang"))
                        .author(author(value, platform, intake))
                        .handle(written(value.at("author")))
                        .shownName(value.at("author").at("name"))
                        .engagement(
                                engagement.at("likes"),
                                engagement.at("replies"),
                                engagement.at("reposts"),
                                engagement.at("quotes"),
                                engagement.at("views"));
        value.at("revision").count().ifPresent(builder::edit);
        builder.editedAt(value.at("editedAt").time());
        reference(builder, Reference.Kind.REPLY, value.at("inReplyTo"), intake);
        reference(builder, Reference.Kind.REPOST, value.at("repostOf"), intake);
        reference(builder, Reference.Kind.QUOTE, value.at("quoteOf"), intake);
        value.at("media").items().forEach(item -> media(builder, item));
        return builder.published();
    }

    private static Platform platform(Field value) {
        Field field = value.at("platform");
        return field.text()
                .map(name -> Platform.of(name).orElseThrow(() -> unknownPlatform(field)))
                .orElse(Platform.UPLOAD);
    }

    private static BadField unknownPlatform(Field field) {
        var known = new java.util.StringJoiner(", ");
        for (Platform platform : Platform.values()) {
            known.add(platform.key());
        }
        return field.bad("must be one of " + known + ", got " + field.shown());
    }

    private static Optional<Author> author(Field value, Platform platform, Intake intake) {
        Field author = value.at("author");
        if (value.has("analysedAt") && PSEUDONYM.matcher(author.at("id").textIfAny()).matches()) {
            return Optional.of(intake.exported(author));
        }
        return account(author)
                .map(
                        known ->
                                intake.author(
                                        platform,
                                        known,
                                        author.at("followers"),
                                        author.at("following"),
                                        author.at("posts"),
                                        author.at("listed"),
                                        author.at("verified"),
                                        author.at("createdAt")));
    }

    /** An account by its id, else by its handle; a text or a number is an id. */
    private static Optional<String> account(Field author) {
        return author.isText() || author.isNumber()
                ? author.id()
                : author.at("id")
                        .id()
                        .or(() -> author.at("handle").text().map(EarshotFormat::handle));
    }

    /** The handle as it is written; an author that is a text may be one. */
    private static Field written(Field author) {
        return author.isText() ? author : author.at("handle");
    }

    private static String handle(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("@") ? plain : "@" + plain;
    }

    private static void reference(
            PostBuilder builder, Reference.Kind kind, Field field, Intake intake) {
        if (field.isObject()) {
            builder.reference(
                    kind,
                    intake.postId(builder.platform(), field.at("id")),
                    account(field.at("author")).map(id -> intake.author(builder.platform(), id)));
        } else if (field.present()) {
            builder.reference(kind, intake.postId(builder.platform(), field));
        }
    }

    private static void media(PostBuilder builder, Field item) {
        if (item.isText()) {
            builder.media(MediaRef.Kind.IMAGE, item, item.requiredText());
            return;
        }
        Field kind = item.at("kind");
        Field reference = item.first("reference", "id", "key");
        builder.media(
                kind.text().map(name -> kind(kind, name)).orElse(MediaRef.Kind.IMAGE),
                reference,
                reference.requiredId());
    }

    private static MediaRef.Kind kind(Field field, String name) {
        for (MediaRef.Kind kind : MediaRef.Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        throw field.bad("must be image, video or animation, got " + field.shown());
    }
}
