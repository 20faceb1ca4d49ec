package dev.earshot.core.post;

import dev.earshot.core.FieldException;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an account shows of itself: personal data, which nothing may store in the clear or log.
 *
 * @param handle in the form of {@link Handles#plain}, 1 to {@value #MAX_LENGTH} characters
 * @param name the name that the account shows, at most {@value #MAX_LENGTH} characters
 */
public record Profile(Platform platform, String handle, Optional<String> name) {
    public static final int MAX_LENGTH = 256;

    /** What may stand in the path of an address as it is. */
    private static final Pattern IN_PATH = Pattern.compile("[\\p{L}\\p{N}._\\-]+");

    private static final Pattern AT_SERVER =
            Pattern.compile("([\\w.\\-]+)@([a-z0-9\\-]+(?:\\.[a-z0-9\\-]+)+)");

    public Profile {
        if (handle.isBlank() || handle.length() > MAX_LENGTH) {
            throw new FieldException(
                    "handle",
                    "must have 1 to " + MAX_LENGTH + " characters, got " + handle.length());
        }
        name =
                name.map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH);
    }

    /** Where the profile can be seen; empty where the platform or the handle gives no address. */
    public Optional<String> link() {
        if (platform == Platform.MASTODON) {
            var parts = AT_SERVER.matcher(handle);
            return parts.matches()
                    ? Optional.of("https://" + parts.group(2) + "/@" + parts.group(1))
                    : Optional.empty();
        }
        String before =
                switch (platform) {
                    case X -> "https://x.com/";
                    case BLUESKY -> "https://bsky.app/profile/";
                    case REDDIT -> "https://www.reddit.com/user/";
                    case YOUTUBE -> "https://www.youtube.com/@";
                    case FACEBOOK -> "https://www.facebook.com/";
                    case INSTAGRAM -> "https://www.instagram.com/";
                    case THREADS -> "https://www.threads.com/@";
                    case TIKTOK -> "https://www.tiktok.com/@";
                    case MASTODON, UPLOAD -> "";
                };
        return before.isEmpty() || !IN_PATH.matcher(handle).matches()
                ? Optional.empty()
                : Optional.of(before + handle);
    }

    /** Tells the platform alone, so that no log can hold the account. */
    @Override
    public String toString() {
        return "Profile[" + platform.key() + "]";
    }
}
