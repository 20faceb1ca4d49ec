package dev.earshot.collect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A list of posts, by and large the newest first, in pages. */
public non-sealed interface Listing extends Feed {
    /**
     * Asks for a page.
     *
     * @param cursor what the page before named; empty for the newest
     * @param floor older posts are not wanted; a platform that can is told so
     */
    Ask page(Optional<String> cursor, Instant floor);

    /** How far back the platform shows posts at all, if that is less than all. */
    default Optional<Duration> reach() {
        return Optional.empty();
    }
}
