package dev.earshot.wire.format;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.Optional;

/**
 * Bluesky's own interface: post views ({@code uri}, {@code author}, {@code record}), feeds,
 * searches and threads of them, and bare repository records ({@code uri}, {@code value}).
 */
final class BlueskyViewFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("bluesky-view", "bluesky", "atproto");
    }

    @Override
    public boolean recognises(Field value) {
        return isRecord(value)
                || value.at("thread").at("post").isObject()
                || value.at("post").at("uri").isText()
                || value.at("feed").itemsIfAny().stream()
                        .findFirst()
                        .filter(item -> item.at("post").isObject())
                        .isPresent()
                || (value.at("subject").has("did") && value.at("follows").isArray());
    }

    private static boolean isRecord(Field value) {
        return value.at("uri").textIfAny().startsWith("at://")
                && (value.at("record").isObject() || value.at("value").isObject());
    }

    @Override
    public void read(Field value, Intake intake) {
        if (value.at("feed").isArray()) {
            value.at("feed").items().forEach(item -> readOne(item.at("post"), intake));
        } else if (value.at("thread").isObject()) {
            thread(value.at("thread"), intake);
        } else if (value.at("post").isObject()) {
            thread(value, intake);
        } else if (value.at("follows").isArray()) {
            intake.irrelevant(value, "a list of accounts of Bluesky");
        } else {
            readOne(value, intake);
        }
    }

    private static void thread(Field thread, Intake intake) {
        if (thread.at("parent").at("post").isObject()) {
            thread(thread.at("parent"), intake);
        }
        if (thread.at("post").isObject()) {
            readOne(thread.at("post"), intake);
        }
        thread.at("replies").itemsIfAny().forEach(reply -> thread(reply, intake));
    }

    private static void readOne(Field view, Intake intake) {
        intake.record(view, () -> post(view, intake));
    }

    private static Decoded post(Field view, Intake intake) {
        if (!view.isObject()) {
            throw view.bad("must be a post view with uri and record, got " + view.shown());
        }
        Field uri = view.at("uri");
        Optional<PostId> id = Bluesky.post(uri, intake);
        if (id.isEmpty()) {
            return new Decoded.Irrelevant("a record of Bluesky that is no post");
        }
        PostBuilder builder = new PostBuilder(intake, id.get());
        Bluesky.fill(
                builder, view.first("record", "value"), Bluesky.seen(view.at("indexedAt")), intake);
        Field author = view.at("author");
        builder.author(
                Optional.of(
                        intake.author(
                                Platform.BLUESKY,
                                Bluesky.did(id.get()),
                                author.at("followersCount"),
                                author.at("followsCount"),
                                author.at("postsCount"),
                                Field.NONE,
                                author.at("verification").at("verifiedStatus"),
                                author.at("createdAt"))));
        builder.handle(author.at("handle")).shownName(author.at("displayName"));
        builder.engagement(
                view.at("likeCount"),
                view.at("replyCount"),
                view.at("repostCount"),
                view.at("quoteCount"),
                view.at("viewCount"));
        return builder.published();
    }
}
