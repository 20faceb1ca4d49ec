package dev.earshot.core.post;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

/**
 * A post's identity: the platform and the platform's own id.
 *
 * @param nativeId 1 to 256 characters without slash, white space or control character. A Bluesky id
 *     is {@code <did>:<rkey>}, a Reddit id its full name ({@code t3_...}, {@code t1_...})
 */
public record PostId(Platform platform, String nativeId) {
    public PostId {
        Checks.name("post id", nativeId, 256);
        if (nativeId.indexOf('/') >= 0
                || nativeId.chars().anyMatch(c -> Character.isWhitespace(c) || c == 0xA0)) {
            throw new FieldException(
                    "post id", "must hold no slash and no white space, got '" + nativeId + "'");
        }
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws FieldException if the text is none
     */
    public static PostId parse(String text) {
        int colon = text.indexOf(':');
        Platform platform =
                Platform.of(text.substring(0, Math.max(0, colon)))
                        .orElseThrow(
                                () ->
                                        new FieldException(
                                                "post id",
                                                "must begin with a platform, got '" + text + "'"));
        return new PostId(platform, text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return platform.key() + ":" + nativeId;
    }
}
