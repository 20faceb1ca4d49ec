package dev.earshot.wire.archive;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code user_data.json}, {@code user_data_tiktok.json}: the comments and videos of an account.
 * What the account watched, liked or wrote in private is not read.
 */
final class TikTokDownload implements Archive {
    private static final List<String> SECTIONS =
            List.of(
                    "Comment",
                    "Comments",
                    "Video",
                    "Videos",
                    "Post",
                    "Posts",
                    "Activity",
                    "Your Activity");
    private static final Pattern VIDEO = Pattern.compile(".*/video/([0-9]+).*");
    private static final int DEPTH = 4;

    @Override
    public boolean recognises(Field value) {
        return value.at("Comment").isObject()
                || value.at("Video").at("Videos").isObject()
                || value.at("Post").at("Posts").isObject()
                || value.at("Direct Messages").isObject()
                || (value.at("Profile").isObject() && value.at("Activity").isObject());
    }

    @Override
    public void read(Field value, Intake intake) {
        boolean any = section(value, intake, 0);
        if (!any) {
            intake.irrelevant(value, "a download of TikTok without comments and videos");
        }
    }

    private static boolean section(Field section, Intake intake, int depth) {
        boolean any = false;
        for (Field comment : section.at("CommentsList").itemsIfAny()) {
            any = true;
            comment(comment, intake);
        }
        for (Field video : section.at("VideoList").itemsIfAny()) {
            any = true;
            video(video, intake);
        }
        for (String name : SECTIONS) {
            if (depth < DEPTH && section.at(name).isObject()) {
                any |= section(section.at(name), intake, depth + 1);
            }
        }
        return any;
    }

    private static void comment(Field comment, Intake intake) {
        Field time = comment.first("date", "Date");
        String text = comment.first("comment", "Comment").textIfAny();
        new OwnPost(comment, Platform.TIKTOK)
                .idOf("comment", time.textIfAny(), text)
                .text(text)
                .submit(time, intake);
    }

    private static void video(Field video, Intake intake) {
        Field time = video.first("Date", "date");
        String text = video.first("Title", "title", "AlternateText").textIfAny();
        Matcher address = VIDEO.matcher(video.first("Link", "link").textIfAny());
        OwnPost post = new OwnPost(video, Platform.TIKTOK).text(text);
        (address.matches() ? post.id(address.group(1)) : post.idOf("video", time.textIfAny(), text))
                .submit(time, intake);
    }
}
