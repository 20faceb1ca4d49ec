package dev.earshot.collect.run;

import dev.earshot.collect.feed.Feed;

/**
 * One list or log of a source.
 *
 * @param name what tells it from the source's others; stays when the query changes
 * @param query what is asked for
 */
public record Stream(String name, String query, Feed feed) {}
