package dev.earshot.wire.format;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.MediaRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.TextRepair;

import java.util.List;
import java.util.Optional;

/**
 * YouTube Data API v3: comment threads with their replies, comments, and videos (title and
 * description are the text). Everything else that the API lists is ignored. See
 * https://developers.google.com/youtube/v3/docs/comments.
 */
final class YouTubeFormat implements Format {
    @Override
    public List<String> names() {
        return List.of("youtube", "youtube-v3");
    }

    @Override
    public boolean recognises(Field value) {
        return isResource(value)
                || value.at("items").itemsIfAny().stream()
                        .findFirst()
                        .filter(YouTubeFormat::isResource)
                        .isPresent()
                || value.at("comments").itemsIfAny().stream()
                        .findFirst()
                        .filter(YouTubeFormat::isComment)
                        .isPresent();
    }

    private static boolean isResource(Field value) {
        return value.at("kind").textIfAny().startsWith("youtube#")
                || isComment(value)
                || value.at("snippet").at("topLevelComment").isObject();
    }

    private static boolean isComment(Field value) {
        return value.at("snippet").hasAny("textOriginal", "textDisplay");
    }

    @Override
    public void read(Field value, Intake intake) {
        if (value.at("items").isArray()) {
            value.at("items").items().forEach(item -> resource(item, intake));
        } else if (value.at("comments").isArray()) {
            value.at("comments").items().forEach(item -> resource(item, intake));
        } else if (value.at("kind").textIfAny().endsWith("ListResponse")) {
            intake.irrelevant(value, "an answer of YouTube without items");
        } else {
            resource(value, intake);
        }
    }

    private static void resource(Field item, Intake intake) {
        String kind = item.at("kind").textIfAny();
        Field snippet = item.at("snippet");
        Field top = snippet.at("topLevelComment");
        if (top.present()) {
            Field replyCount = snippet.at("totalReplyCount");
            Field owner = snippet.at("channelId");
            intake.record(top, () -> comment(top, replyCount, owner, intake));
            item.at("replies")
                    .at("comments")
                    .itemsIfAny()
                    .forEach(
                            reply ->
                                    intake.record(
                                            reply,
                                            () ->
                                                    comment(
                                                            reply,
                                                            Field.NONE,
                                                            top.at("snippet").at("authorChannelId"),
                                                            intake)));
        } else if (isComment(item) || kind.equals("youtube#comment")) {
            Field owner = snippet.has("parentId") ? Field.NONE : snippet.at("channelId");
            intake.record(item, () -> comment(item, Field.NONE, owner, intake));
        } else if (kind.equals("youtube#video") && snippet.has("title")) {
            intake.record(item, () -> video(item, intake));
        } else if (kind.startsWith("youtube#")) {
            intake.irrelevant(
                    item,
                    "a resource of YouTube that is no post: "
                            + Excerpt.of(kind.substring("youtube#".length()), 40));
        } else {
            intake.refuse(
                    item,
                    item.path(),
                    "must be a comment thread, a comment or a video, got " + item.shown());
        }
    }

    /**
     * @param answered the channel whose video or comment this is a reply to, if known
     */
    private static Decoded comment(Field comment, Field replyCount, Field answered, Intake intake) {
        Field snippet = comment.at("snippet");
        PostId id = intake.postId(Platform.YOUTUBE, comment.at("id"));
        if (snippet.at("moderationStatus").textIfAny().equals("rejected")) {
            return intake.removed(id, Optional.empty());
        }
        Field text = snippet.first("textOriginal", "textDisplay");
        boolean plain = snippet.has("textOriginal");
        PostBuilder builder =
                new PostBuilder(intake, id)
                        .createdAt(snippet.at("publishedAt").time())
                        .shownText(
                                text,
                                plain ? TextRepair.unescaped(text.requiredText()) : Html.text(text))
                        .author(author(snippet.at("authorChannelId"), intake))
                        .handle(handle(snippet.at("authorDisplayName")))
                        .engagement(
                                snippet.at("likeCount"),
                                replyCount,
                                Field.NONE,
                                Field.NONE,
                                Field.NONE)
                        .editedAt(snippet.at("updatedAt").time());
        Field parent = snippet.first("parentId", "videoId");
        if (parent.present()) {
            builder.reference(
                    Reference.Kind.REPLY,
                    intake.postId(Platform.YOUTUBE, parent),
                    author(answered, intake).map(Author::ref));
        }
        return builder.published();
    }

    private static Decoded video(Field video, Intake intake) {
        Field snippet = video.at("snippet");
        Field statistics = video.at("statistics");
        Field id = video.at("id");
        String title = snippet.at("title").requiredText();
        String description = snippet.at("description").text().orElse("");
        return new PostBuilder(intake, intake.postId(Platform.YOUTUBE, id))
                .createdAt(snippet.at("publishedAt").time())
                .text(
                        snippet.at("description"),
                        description.isBlank() ? title : title + "\n\n" + description)
                .language(snippet.first("defaultLanguage", "defaultAudioLanguage"))
                .author(author(snippet.at("channelId"), intake))
                .engagement(
                        statistics.at("likeCount"),
                        statistics.at("commentCount"),
                        Field.NONE,
                        Field.NONE,
                        statistics.at("viewCount"))
                .media(MediaRef.Kind.VIDEO, id, id.requiredId())
                .published();
    }

    /** Since 2023 the name that is shown is the handle. */
    private static Field handle(Field shown) {
        return shown.textIfAny().startsWith("@") ? shown : Field.NONE;
    }

    private static Optional<Author> author(Field channel, Intake intake) {
        return (channel.isObject() ? channel.at("value") : channel)
                .id()
                .map(id -> Author.of(intake.author(Platform.YOUTUBE, id)));
    }
}
