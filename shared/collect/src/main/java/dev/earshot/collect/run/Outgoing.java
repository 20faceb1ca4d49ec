package dev.earshot.collect.run;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.core.store.PostQueue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Items as messages of the posts queue.
 *
 * @param messages each of at most {@link PostQueue#MAX_BYTES} and 100 records
 * @param tooLarge items that no message can hold
 */
record Outgoing(List<String> messages, List<Item> tooLarge) {
    private static final int MAX_RECORDS = 100;

    static Outgoing of(Page page, List<Item> items, int recordsOfItem) {
        int most = Math.max(1, MAX_RECORDS / recordsOfItem);
        int frame = bytes(page.before()) + bytes(page.after());
        List<String> messages = new ArrayList<>();
        List<Item> tooLarge = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int size = frame;
        for (Item item : items) {
            int more = bytes(item.json()) + 1;
            if (frame + more > PostQueue.MAX_BYTES) {
                tooLarge.add(item);
                continue;
            }
            if (open.size() >= most || size + more > PostQueue.MAX_BYTES) {
                messages.add(message(page, open));
                open.clear();
                size = frame;
            }
            open.add(item.json());
            size += more;
        }
        if (!open.isEmpty()) {
            messages.add(message(page, open));
        }
        return new Outgoing(messages, tooLarge);
    }

    private static String message(Page page, List<String> items) {
        return page.before() + String.join(",", items) + page.after();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
