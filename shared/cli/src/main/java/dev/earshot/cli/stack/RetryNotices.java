package dev.earshot.cli.stack;

import dev.earshot.local.WaitingMessages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says how many messages wait to be tried again and why, whenever that changes. Not thread-safe.
 */
final class RetryNotices {
    private Map<String, WaitingMessages> last = Map.of();

    /** The lines to print, none if all is as when it was last asked. */
    List<String> lines(List<WaitingMessages> waiting) {
        Map<String, WaitingMessages> now = new TreeMap<>();
        waiting.forEach(each -> now.put(each.function(), each));
        List<String> lines = new ArrayList<>();
        Set<String> functions = new TreeSet<>(last.keySet());
        functions.addAll(now.keySet());
        for (String function : functions) {
            WaitingMessages each = now.get(function);
            if (each == null) {
                lines.add("  " + function + ": no message waits to be tried again any more");
            } else if (!each.equals(last.get(function))) {
                lines.add(line(each));
            }
        }
        last = now;
        return lines;
    }

    private static String line(WaitingMessages each) {
        return "  "
                + each.function()
                + ": "
                + (each.count() == 1 ? "1 message waits" : each.count() + " messages wait")
                + " to be tried again"
                + (each.reason().isEmpty() ? "; the log says why" : ", since " + each.reason());
    }
}
