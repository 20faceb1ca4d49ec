package dev.earshot.core.post;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one form in which handles are compared, however they are written. Stateless. */
public final class Handles {
    private static final Pattern PROFILE = Pattern.compile("https?://(?:www\\.)?([^/\\s]+)/(.*)");
    private static final Pattern AT_HOST = Pattern.compile("([^@\\s/]+)@([^@\\s/]+)");

    /** Parts of a profile's address that come before its name. */
    private static final List<String> BEFORE_NAME =
            List.of("profile", "user", "users", "u", "channel", "c", "company", "in", "people");

    private Handles() {}

    /**
     * A handle without {@code @} or {@code u/} before it, in lower case; of a profile's address,
     * the name in it. On Mastodon it goes with its server: {@code name@server}.
     */
    public static String plain(Platform platform, String written) {
        String text = written.strip();
        Matcher profile = PROFILE.matcher(text);
        String server = "";
        if (profile.matches()) {
            server = profile.group(1);
            text = name(profile.group(2));
        }
        text = text.replaceFirst("^/?u/", "").replaceFirst("^@", "");
        if (platform == Platform.MASTODON
                && !server.isEmpty()
                && !AT_HOST.matcher(text).matches()) {
            text = text + "@" + server;
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** The first part of a path that is a name. */
    private static String name(String path) {
        for (String part : path.replaceFirst("[?#].*", "").split("/", -1)) {
            if (!part.isEmpty() && !BEFORE_NAME.contains(part)) {
                return part;
            }
        }
        return path;
    }
}
