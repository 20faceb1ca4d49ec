package dev.earshot.wire.table;

import dev.earshot.core.post.Platform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Platforms as exports name them: {@code X (Twitter)}, {@code Facebook Public}, {@code
 * www.youtube.com}.
 */
final class NetworkNames {
    private static final Map<String, Platform> NAMES =
            Map.ofEntries(
                    Map.entry("x", Platform.X),
                    Map.entry("twitter", Platform.X),
                    Map.entry("tweet", Platform.X),
                    Map.entry("bluesky", Platform.BLUESKY),
                    Map.entry("bsky", Platform.BLUESKY),
                    Map.entry("mastodon", Platform.MASTODON),
                    Map.entry("fediverse", Platform.MASTODON),
                    Map.entry("reddit", Platform.REDDIT),
                    Map.entry("subreddit", Platform.REDDIT),
                    Map.entry("youtube", Platform.YOUTUBE),
                    Map.entry("yt", Platform.YOUTUBE),
                    Map.entry("facebook", Platform.FACEBOOK),
                    Map.entry("fb", Platform.FACEBOOK),
                    Map.entry("instagram", Platform.INSTAGRAM),
                    Map.entry("ig", Platform.INSTAGRAM),
                    Map.entry("threads", Platform.THREADS),
                    Map.entry("tiktok", Platform.TIKTOK));

    private NetworkNames() {}

    /** The platform that a name says; empty if it says none or several. */
    static Optional<Platform> platform(String name) {
        Platform found = null;
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        String joined = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ");
        for (String words : new String[] {joined, spaced}) {
            for (String word : words.split("[^a-z]+", -1)) {
                Platform one = NAMES.get(word);
                if (one != null && found != null && one != found) {
                    return Optional.empty();
                }
                found = one == null ? found : one;
            }
        }
        return Optional.ofNullable(found);
    }
}
