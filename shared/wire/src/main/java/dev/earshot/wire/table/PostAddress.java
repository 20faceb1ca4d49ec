package dev.earshot.wire.table;

import dev.earshot.core.post.Platform;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the address of a post says: its platform and, where the address holds it, its id there.
 *
 * @param id in the form in which the platform's own format gives it, so that a post counts once
 *     however it came
 */
record PostAddress(Platform platform, Optional<String> id) {
    /** Where the address of a post begins with the handle of its author. */
    private static final Pattern HANDLE =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.|mobile\\.|m\\.)?(?:"
                            + "(?:x|twitter)\\.com/(?!i/)([A-Za-z0-9_]{1,15})/status(?:es)?/.*"
                            + "|(?:tiktok\\.com|threads\\.(?:net|com))/@([^/?#\\s]+)/.*"
                            + "|bsky\\.app/profile/([^/?#\\s]+)/post/.*)");

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.|mobile\\.|m\\.|old\\.|new\\.|np\\.|web\\.|vm\\.)?"
                            + "([a-zA-Z0-9.-]+)(?:/([^\\s]*))?");
    private static final Pattern AT_URI =
            Pattern.compile("at://(did:[a-z]+:[^/\\s]+)/app\\.bsky\\.feed\\.post/([^/?#\\s]+)");
    private static final Pattern X = Pattern.compile("(?:.*/)?status(?:es)?/([0-9]+).*");
    private static final Pattern REDDIT =
            Pattern.compile("(?:.*/)?comments/([a-z0-9]+)(?:/[^/?#]*(?:/([a-z0-9]+))?)?.*");
    private static final Pattern BLUESKY =
            Pattern.compile("profile/(did:[a-z]+:[^/]+)/post/([^/?#]+).*");
    private static final Pattern YOUTUBE_VIDEO =
            Pattern.compile("(?:watch\\?(?:.*&)?v=|shorts/|live/|embed/)([A-Za-z0-9_-]+).*");
    private static final Pattern YOUTUBE_COMMENT = Pattern.compile(".*[?&]lc=([A-Za-z0-9_.-]+).*");
    private static final Pattern INSTAGRAM =
            Pattern.compile("(?:[^/]+/)?(?:p|reel|reels|tv)/([A-Za-z0-9_-]+).*");
    private static final Pattern TIKTOK = Pattern.compile("@[^/]+/(?:video|photo)/([0-9]+).*");
    private static final Pattern FACEBOOK =
            Pattern.compile("(?:groups/)?([^/]+)/(?:posts|videos)/(?:[^/?#]*/)?([0-9]+).*");
    private static final Pattern FACEBOOK_STORY =
            Pattern.compile(
                    "(?:permalink|story)\\.php\\?(?=.*story_fbid=([0-9]+))(?=.*[?&]id=([0-9]+)).*");
    private static final Pattern THREADS = Pattern.compile("@[^/]+/post/([A-Za-z0-9_-]+).*");

    private static final String SHORTCODE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** A longer code belongs to a private account; the post's own are its first characters. */
    private static final int SHORTCODE_LENGTH = 11;

    /** The post that an address names; empty if the address is of no known platform. */
    static Optional<PostAddress> of(String written) {
        String text = written.strip();
        Matcher uri = AT_URI.matcher(text);
        if (uri.matches()) {
            return address(Platform.BLUESKY, uri.group(1) + ":" + uri.group(2));
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return Optional.empty();
        }
        String path = address.group(2) == null ? "" : address.group(2);
        return switch (address.group(1).toLowerCase(java.util.Locale.ROOT)) {
            case "x.com", "twitter.com" -> first(Platform.X, X, path);
            case "reddit.com" -> reddit(path);
            case "redd.it" -> address(Platform.REDDIT, "t3_" + path.replaceAll("[/?#].*", ""));
            case "bsky.app" -> bluesky(path);
            case "youtube.com", "music.youtube.com" -> youtube(path);
            case "youtu.be" -> address(Platform.YOUTUBE, path.replaceAll("[/?#&].*", ""));
            case "instagram.com" -> instagram(path);
            case "tiktok.com" -> first(Platform.TIKTOK, TIKTOK, path);
            case "facebook.com", "fb.com" -> facebook(path);
            case "threads.net", "threads.com" -> first(Platform.THREADS, THREADS, path);
            default -> Optional.empty();
        };
    }

    /** The handle of the author, where the address of a post holds it. */
    static Optional<String> handle(String written) {
        Matcher found = HANDLE.matcher(written.strip());
        return found.matches()
                ? Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull).findFirst()
                : Optional.empty();
    }

    private static Optional<PostAddress> address(Platform platform, String id) {
        return Optional.of(new PostAddress(platform, Optional.of(id).filter(i -> !i.isEmpty())));
    }

    private static Optional<PostAddress> first(Platform platform, Pattern form, String path) {
        Matcher found = form.matcher(path);
        return address(platform, found.matches() ? found.group(1) : "");
    }

    private static Optional<PostAddress> reddit(String path) {
        Matcher found = REDDIT.matcher(path);
        if (!found.matches()) {
            return address(Platform.REDDIT, "");
        }
        return address(
                Platform.REDDIT,
                found.group(2) == null ? "t3_" + found.group(1) : "t1_" + found.group(2));
    }

    private static Optional<PostAddress> bluesky(String path) {
        Matcher found = BLUESKY.matcher(path);
        return address(
                Platform.BLUESKY, found.matches() ? found.group(1) + ":" + found.group(2) : "");
    }

    private static Optional<PostAddress> youtube(String path) {
        Matcher comment = YOUTUBE_COMMENT.matcher(path);
        return comment.matches()
                ? address(Platform.YOUTUBE, comment.group(1))
                : first(Platform.YOUTUBE, YOUTUBE_VIDEO, path);
    }

    /** The number that a short code of Instagram writes to the base of 64. */
    private static Optional<PostAddress> instagram(String path) {
        Matcher found = INSTAGRAM.matcher(path);
        if (!found.matches()) {
            return address(Platform.INSTAGRAM, "");
        }
        String code = found.group(1);
        code = code.substring(0, Math.min(SHORTCODE_LENGTH, code.length()));
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < code.length(); i++) {
            number = number.shiftLeft(6).add(BigInteger.valueOf(SHORTCODE.indexOf(code.charAt(i))));
        }
        return address(Platform.INSTAGRAM, number.toString());
    }

    /** The Graph API writes {@code <page>_<post>}, where the address has both as numbers. */
    private static Optional<PostAddress> facebook(String path) {
        Matcher story = FACEBOOK_STORY.matcher(path);
        if (story.matches()) {
            return address(Platform.FACEBOOK, story.group(2) + "_" + story.group(1));
        }
        Matcher found = FACEBOOK.matcher(path);
        if (!found.matches()) {
            return address(Platform.FACEBOOK, "");
        }
        boolean number = found.group(1).matches("[0-9]+");
        return address(
                Platform.FACEBOOK, number ? found.group(1) + "_" + found.group(2) : found.group(2));
    }
}
