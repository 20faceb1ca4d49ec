package dev.earshot.collect.feed;

import java.time.Instant;

/**
 * One record of a page.
 *
 * @param key what tells it from all others of the source, and changes when it is to be sent again
 * @param post what a later removal names, such as the post's address
 * @param at by which the list is ordered
 * @param json as the platform wrote it, in a format that is read
 */
public record Item(String key, String post, Instant at, String json) {
    /** A record of a list in which a post is only itself. */
    public Item(String key, Instant at, String json) {
        this(key, key, at, json);
    }
}
