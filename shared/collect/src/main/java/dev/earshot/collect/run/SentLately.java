package dev.earshot.collect.run;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.Seen;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The posts of a log that were sent on in the last hours, and their accounts, which may end before
 * the posts are stored. Stateless.
 */
final class SentLately {
    private static final Duration REMEMBERED = Duration.ofHours(6);

    private SentLately() {}

    /** Whether what an item is about was sent on. */
    static boolean holds(Progress at, Item item) {
        return at.sent().has(item.post()) || at.seen().has(item.post());
    }

    /** The same with more that was sent on. */
    static Seen with(Seen before, List<Item> wanted, Instant now) {
        Map<String, Long> times = new HashMap<>();
        for (Item item : wanted) {
            times.put(item.post(), item.at().getEpochSecond());
            times.put(account(item), item.at().getEpochSecond());
        }
        return before.with(times, now.minus(REMEMBERED).getEpochSecond());
    }

    /** A post of a log is named by its account, a space and its own name. */
    private static String account(Item item) {
        int space = item.post().indexOf(' ');
        return space < 0 ? item.post() : item.post().substring(0, space);
    }
}
