package dev.earshot.collect.feed;

import java.util.Optional;

/**
 * How a page of a log ended.
 *
 * @param unread how many of its messages can't be read, and were left out
 * @param otherLog whether the cursor is another log's, so that the place is found by its time
 * @param trouble what ended it early, to continue "the log"; empty if nothing did
 */
public record LogEnd(int unread, boolean otherLog, Optional<String> trouble) {
    /** All was read, up to where it was to end. */
    public static final LogEnd USUAL = new LogEnd(0, false, Optional.empty());
}
