package dev.earshot.collect.feed;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list or log.
 *
 * @param items in the platform's order
 * @param before what a message of some of the items begins with
 * @param after what it ends with
 * @param next where the next page begins; empty at the end
 * @param held whether the list holds only its last posts, so that its end is not the beginning
 * @param withheld how many records were left out because their authors do not want to be indexed
 * @param end how a page of a log ended
 */
public record Page(
        List<Item> items,
        String before,
        String after,
        Optional<String> next,
        boolean held,
        int withheld,
        LogEnd end) {
    public Page {
        items = List.copyOf(items);
    }

    /** A page of a list. */
    public Page(
            List<Item> items,
            String before,
            String after,
            Optional<String> next,
            boolean held,
            int withheld) {
        this(items, before, after, next, held, withheld, LogEnd.USUAL);
    }

    /** A page whose items make up a JSON array. */
    public static Page of(List<Item> items, Optional<String> next) {
        return new Page(items, "[", "]", next, false, 0);
    }
}
