package dev.earshot.wire.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repost with a comment, as people typed it before there were quotes: {@code so true RT @kim: the
 * text}. What stands before is the author's, what stands behind is somebody else's. Stateless.
 */
final class ManualRepost {
    private static final Pattern COMMENTED =
            Pattern.compile("(.*?\\S)\\s*\\b(?:RT|MT)\\s+(@\\w{1,15}:?\\s.+)", Pattern.DOTALL);

    /** How X itself wrote reposts, and archives and exports still do. */
    private static final Pattern WHOLE =
            Pattern.compile("\\s*RT @\\w{1,15}:\\s+(\\S.*)", Pattern.DOTALL);

    private ManualRepost() {}

    /** What a text repeats that is nothing but a repost; empty if it is none. */
    static Optional<String> whole(String text) {
        Matcher repost = WHOLE.matcher(text);
        return repost.matches() ? Optional.of(repost.group(1)) : Optional.empty();
    }

    /** The author's comment; the whole text if it repeats nothing or says nothing itself. */
    static String own(String text) {
        Matcher repost = COMMENTED.matcher(text);
        return repost.matches() ? repost.group(1) : text;
    }

    /** What is repeated behind the comment. */
    static String repeated(String text) {
        Matcher repost = COMMENTED.matcher(text);
        return repost.matches() ? repost.group(2) : "";
    }
}
