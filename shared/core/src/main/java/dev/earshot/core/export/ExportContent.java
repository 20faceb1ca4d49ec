package dev.earshot.core.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an export holds of a brand. */
public enum ExportContent {
    /** Posts with their verdicts, and their texts while these are kept. */
    POSTS,
    /** Cases as they stand. */
    CASES,
    /** Counts by hour. */
    COUNTS,
    /** The board of who moves opinion, as the last run left it. */
    SCORES;

    /** Its name in requests, and in its files'. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The content of that key. */
    public static Optional<ExportContent> of(String key) {
        return Arrays.stream(values()).filter(content -> content.key().equals(key)).findFirst();
    }

    /** Whether a time can be asked for; a board has none. */
    public boolean hasTime() {
        return this != SCORES;
    }
}
