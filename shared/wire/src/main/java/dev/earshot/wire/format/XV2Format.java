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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * X API v2: a response or a line of a stream ({@code data} with {@code includes} and {@code
 * errors}), or a post by itself. Posts under {@code includes} are context and yield no record; a
 * repost takes its text and media from the original there. A post's identity is the first id of its
 * edit history. See https://docs.x.com/x-api/fundamentals/data-dictionary.
 */
final class XV2Format implements Format {
    private static final String[] MARKS = {
        "author_id",
        "public_metrics",
        "edit_history_tweet_ids",
        "conversation_id",
        "referenced_tweets",
        "edit_controls",
        "context_annotations",
        "note_tweet",
        "created_at",
    };

    @Override
    public List<String> names() {
        return List.of("x-v2", "twitter-v2", "x", "twitter");
    }

    @Override
    public boolean recognises(Field value) {
        Field data = value.at("data");
        Field sample = data.isArray() ? data.items().stream().findFirst().orElse(data) : data;
        return isPost(value)
                || isPost(sample)
                || (sample.has("id") && sample.hasAny("text", "username"))
                || sample.has("dm_event_id")
                || value.at("includes").hasAny("users", "tweets")
                || value.at("meta").hasAny("result_count", "newest_id")
                || isErrors(value);
    }

    private static boolean isPost(Field value) {
        return value.has("id")
                && value.has("text")
                && value.hasAny(MARKS)
                && !value.hasAny("user", "platform");
    }

    private static boolean isErrors(Field value) {
        return value.at("errors").isArray() && !value.has("data");
    }

    @Override
    public void read(Field value, Intake intake) {
        Includes includes = Includes.of(value.at("includes"));
        Field data = value.at("data");
        if (data.isArray()) {
            data.items().forEach(item -> readOne(item, includes, intake));
        } else if (data.present()) {
            readOne(data, includes, intake);
        } else if (!value.has("errors") && !value.has("meta")) {
            readOne(value, includes, intake);
        } else if (!value.has("errors")) {
            intake.irrelevant(value, "an answer of X without posts");
        }
        Field errors = value.at("errors");
        errors.itemsIfAny().forEach(error -> intake.irrelevant(error, note(error)));
        if (errors.isText()) {
            intake.irrelevant(value, "error of X: " + Excerpt.of(errors.textIfAny(), 200));
        }
    }

    /** Only the title: the detail may contain a handle. */
    private static String note(Field error) {
        return "error of X: "
                + Excerpt.of(error.first("title", "message", "type").textIfAny(), 100);
    }

    private static void readOne(Field post, Includes includes, Intake intake) {
        if (XComplianceFormat.isEvent(post)) {
            XComplianceFormat.readEvent(post, intake);
            return;
        }
        intake.record(post, () -> one(post, includes, intake));
    }

    private static Decoded one(Field post, Includes includes, Intake intake) {
        if (!post.isObject()) {
            throw post.bad("must be a post with id and text, got " + post.shown());
        }
        if (post.has("username") && !post.has("text")) {
            return new Decoded.Irrelevant("an account of X");
        }
        if (post.hasAny("event_type", "dm_event_id", "dm_conversation_id")) {
            return new Decoded.Irrelevant("a direct message; private messages are never analysed");
        }
        String own = post.at("id").requiredId();
        List<Field> history = post.at("edit_history_tweet_ids").items();
        PostId id =
                history.isEmpty()
                        ? intake.postId(Platform.X, post.at("id"))
                        : intake.postId(Platform.X, history.getFirst());
        Optional<Field> original = original(post, includes);
        Field body = original.orElse(post);
        Field text =
                body.at("note_tweet").has("text")
                        ? body.at("note_tweet").at("text")
                        : body.at("text");
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(post.at("created_at").time().or(() -> XIds.createdAt(own)))
                        .text(text, ManualRepost.own(text.requiredText()))
                        .language(post.at("lang"))
                        .author(author(post.at("author_id"), includes, intake))
                        .handle(user(post.at("author_id"), includes).at("username"))
                        .shownName(user(post.at("author_id"), includes).at("name"));
        Field metrics = post.at("public_metrics");
        builder.engagement(
                metrics.at("like_count"),
                metrics.at("reply_count"),
                metrics.first("retweet_count", "repost_count"),
                metrics.at("quote_count"),
                metrics.at("impression_count"));
        for (int i = 0; i < history.size(); i++) {
            PostId other = intake.postId(Platform.X, history.get(i));
            builder.otherId(other);
            if (other.nativeId().equals(own)) {
                builder.edit(i);
            }
        }
        builder.otherId(intake.postId(Platform.X, post.at("id")));
        references(post, includes, builder, intake);
        media(body, includes, builder);
        builder.context(Passage.Kind.QUOTED, ManualRepost.repeated(text.requiredText()));
        context(body, includes, builder);
        return builder.published();
    }

    /** The post that this one reposts, if the response includes it. */
    private static Optional<Field> original(Field post, Includes includes) {
        for (Field reference : post.at("referenced_tweets").items()) {
            if (reference.at("type").textIfAny().equals("retweeted")) {
                return Optional.ofNullable(includes.posts().get(reference.at("id").requiredId()))
                        .filter(original -> original.has("text"));
            }
        }
        return Optional.empty();
    }

    private static Field user(Field id, Includes includes) {
        return id.id().map(known -> includes.users().get(known)).orElse(Field.NONE);
    }

    private static Optional<Author> author(Field id, Includes includes, Intake intake) {
        return id.id()
                .map(
                        account -> {
                            Field user = user(id, includes);
                            Field metrics = user.at("public_metrics");
                            return intake.author(
                                    Platform.X,
                                    account,
                                    metrics.at("followers_count"),
                                    metrics.at("following_count"),
                                    metrics.first("tweet_count", "post_count"),
                                    metrics.at("listed_count"),
                                    user.at("verified"),
                                    user.at("created_at"));
                        });
    }

    private static void references(
            Field post, Includes includes, PostBuilder builder, Intake intake) {
        for (Field reference : post.at("referenced_tweets").items()) {
            Field type = reference.at("type");
            Reference.Kind kind =
                    switch (type.requiredText()) {
                        case "replied_to" -> Reference.Kind.REPLY;
                        case "retweeted" -> Reference.Kind.REPOST;
                        case "quoted" -> Reference.Kind.QUOTE;
                        default ->
                                throw type.bad(
                                        "must be replied_to, retweeted or quoted, got "
                                                + type.shown());
                    };
            Field target = reference.at("id");
            Field included = includes.posts().get(target.requiredId());
            Field writer =
                    included != null && included.has("author_id")
                            ? included.at("author_id")
                            : kind == Reference.Kind.REPLY
                                    ? post.at("in_reply_to_user_id")
                                    : Field.NONE;
            if (included != null) {
                target =
                        included.at("edit_history_tweet_ids").itemsIfAny().stream()
                                .findFirst()
                                .orElse(target);
            }
            builder.reference(
                    kind,
                    intake.postId(Platform.X, target),
                    writer.id().map(id -> intake.author(Platform.X, id)));
        }
    }

    private static void media(Field post, Includes includes, PostBuilder builder) {
        for (Field key : post.at("attachments").at("media_keys").items()) {
            Field included = includes.media().get(key.requiredId());
            String type = included == null ? "" : included.at("type").textIfAny();
            // Without the include, the key's prefix tells the type: 3_ photo, 16_ animation, 7_ and
            // 13_ video.
            MediaRef.Kind kind =
                    type.equals("video")
                                    || (type.isEmpty() && key.requiredId().matches("(7|13)_.*"))
                            ? MediaRef.Kind.VIDEO
                            : type.equals("animated_gif")
                                            || (type.isEmpty()
                                                    && key.requiredId().startsWith("16_"))
                                    ? MediaRef.Kind.ANIMATION
                                    : MediaRef.Kind.IMAGE;
            builder.media(kind, key, key.requiredId());
            if (included != null) {
                builder.context(Passage.Kind.ALT_TEXT, included.at("alt_text"));
            }
        }
    }

    /** A poll's options and the titles of linked pages. */
    private static void context(Field post, Includes includes, PostBuilder builder) {
        for (Field id : post.at("attachments").at("poll_ids").itemsIfAny()) {
            Field poll = includes.polls().getOrDefault(id.textIfAny(), Field.NONE);
            for (Field option : poll.at("options").itemsIfAny()) {
                builder.context(Passage.Kind.POLL, option.at("label"));
            }
        }
        for (Field address : post.at("entities").at("urls").itemsIfAny()) {
            builder.context(Passage.Kind.LINK, address.at("title"));
            builder.context(Passage.Kind.LINK, address.at("description"));
        }
    }

    /** The includes of a response, by id. */
    private record Includes(
            Map<String, Field> users,
            Map<String, Field> posts,
            Map<String, Field> media,
            Map<String, Field> polls) {
        static Includes of(Field includes) {
            return new Includes(
                    byId(includes.at("users"), "id"),
                    byId(includes.at("tweets"), "id"),
                    byId(includes.at("media"), "media_key"),
                    byId(includes.at("polls"), "id"));
        }

        private static Map<String, Field> byId(Field list, String key) {
            var found = new HashMap<String, Field>();
            for (Field item : list.itemsIfAny()) {
                if (item.at(key).isText()) {
                    found.put(item.at(key).textIfAny(), item);
                }
            }
            return found;
        }
    }
}
