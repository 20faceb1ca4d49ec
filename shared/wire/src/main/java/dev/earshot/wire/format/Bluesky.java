package dev.earshot.wire.format;

import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What both of Bluesky's formats share: the post record of the lexicon {@code app.bsky.feed.post}.
 */
final class Bluesky {
    static final String POST = "app.bsky.feed.post";
    private static final Pattern POST_URI =
            Pattern.compile("at://(did:[a-z0-9]+:[^/]+)/app\\.bsky\\.feed\\.post/([^/]+)");

    private Bluesky() {}

    /** The post that an at-uri names; empty if it names something else. */
    static Optional<PostId> post(Field uri, Intake intake) {
        Matcher matcher = POST_URI.matcher(uri.requiredText());
        return matcher.matches()
                ? Optional.of(
                        intake.postId(
                                Platform.BLUESKY, uri, matcher.group(1) + ":" + matcher.group(2)))
                : Optional.empty();
    }

    /** The account that a post's id begins with. */
    static String did(PostId post) {
        return post.nativeId().substring(0, post.nativeId().lastIndexOf(':'));
    }

    /** When the network saw a post; empty if that is no time. */
    static Optional<Instant> seen(Field time) {
        try {
            return time.time();
        } catch (BadField e) {
            return Optional.empty();
        }
    }

    /**
     * Fills a builder from a post record.
     *
     * @param seenAt when the network saw the post; empty if the payload does not say
     */
    static PostBuilder fill(
            PostBuilder builder, Field record, Optional<Instant> seenAt, Intake intake) {
        Field text = record.at("text");
        builder.createdAt(record.at("createdAt"), seenAt).text(text, text.requiredText());
        record.at("langs").itemsIfAny().stream().findFirst().ifPresent(builder::language);
        reference(builder, Reference.Kind.REPLY, record.at("reply").at("parent").at("uri"), intake);
        embed(builder, record.at("embed"), intake);
        tags(builder, record);
        return builder;
    }

    /** Tags and addresses that the text does not show, or shows shortened. */
    private static void tags(PostBuilder builder, Field record) {
        String text = record.at("text").textIfAny();
        for (Field tag : record.at("tags").itemsIfAny()) {
            tag(builder, tag.textIfAny(), text);
        }
        for (Field facet : record.at("facets").itemsIfAny()) {
            for (Field feature : facet.at("features").itemsIfAny()) {
                tag(builder, feature.at("tag").textIfAny(), text);
                String address = feature.at("uri").textIfAny();
                if (!text.contains(address)) {
                    builder.context(Passage.Kind.LINK, address);
                }
            }
        }
    }

    private static void tag(PostBuilder builder, String tag, String text) {
        if (!tag.isBlank()
                && !text.toLowerCase(Locale.ROOT).contains(tag.toLowerCase(Locale.ROOT))) {
            builder.context(Passage.Kind.TAG, "#" + tag);
        }
    }

    private static void embed(PostBuilder builder, Field embed, Intake intake) {
        for (Field image : embed.at("images").itemsIfAny()) {
            media(builder, MediaRef.Kind.IMAGE, image.at("image"));
            builder.context(Passage.Kind.ALT_TEXT, image.at("alt"));
        }
        media(builder, MediaRef.Kind.VIDEO, embed.at("video"));
        builder.context(Passage.Kind.ALT_TEXT, embed.at("alt"));
        Field card = embed.at("external");
        for (String part : List.of("title", "description", "uri")) {
            builder.context(Passage.Kind.LINK, card.at(part));
        }
        if (embed.at("media").isObject()) {
            embed(builder, embed.at("media"), intake);
        }
        Field quoted = embed.at("record");
        reference(
                builder,
                Reference.Kind.QUOTE,
                quoted.has("uri") ? quoted.at("uri") : quoted.at("record").at("uri"),
                intake);
    }

    private static void media(PostBuilder builder, MediaRef.Kind kind, Field blob) {
        Field link = blob.at("ref").at("$link");
        Field id = link.present() ? link : blob.at("cid");
        if (id.present()) {
            builder.media(kind, id, id.requiredId());
        }
    }

    private static void reference(
            PostBuilder builder, Reference.Kind kind, Field uri, Intake intake) {
        if (uri.present()) {
            post(uri, intake)
                    .ifPresent(
                            target ->
                                    builder.reference(
                                            kind,
                                            target,
                                            Optional.of(
                                                    intake.author(Platform.BLUESKY, did(target)))));
        }
    }
}
