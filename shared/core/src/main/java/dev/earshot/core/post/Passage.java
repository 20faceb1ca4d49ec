package dev.earshot.core.post;

import dev.earshot.core.FieldException;

/**
 * A text that stands in a post and is not its author's own word: it may name a brand, and its mood
 * is not that of the author.
 *
 * @param text plain, not blank, at most {@value #MAX_LENGTH} UTF-16 units
 */
public record Passage(Kind kind, String text) {
    /** Longest passage kept; a longer one is cut by whoever makes it. */
    public static final int MAX_LENGTH = 10_000;

    public Passage {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new FieldException(
                    "passage",
                    "must have 1 to " + MAX_LENGTH + " characters, got " + text.length());
        }
    }

    /** What a passage is. */
    public enum Kind {
        /** The description of a picture or video. */
        ALT_TEXT,
        /** Title and description of a page that is linked, or its address. */
        LINK,
        /** An option of a poll. */
        POLL,
        /** A tag that the text itself does not show. */
        TAG,
        /** Something attached, with its own title. */
        ATTACHMENT,
        /** The post that was posted again elsewhere. */
        ORIGINAL,
        /** Lines quoted from somebody else. */
        QUOTED
    }
}
