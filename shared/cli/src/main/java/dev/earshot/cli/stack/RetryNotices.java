package dev.earshot.cli.stack;

import dev.earshot.local.WaitingMessages;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says how many messages wait to be tried again and why, and how many wait for their turn, whenever
 * that changes. Not thread-safe.
 */
final class RetryNotices {
    private static final int WORTH_SAYING = 20;

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
            WaitingMessages before = last.get(function);
            int failedBefore = before == null ? 0 : before.failed();
            if (each == null || each.failed() == 0) {
                if (failedBefore > 0) {
                    lines.add("  " + function + ": no message waits to be tried again any more");
                }
            } else if (before == null
                    || failedBefore != each.failed()
                    || !before.reason().equals(each.reason())) {
                lines.add(line(each));
            }
            int backlog = step(each);
            if (backlog != step(before)) {
                lines.add(
                        "  "
                                + function
                                + ": "
                                + (backlog == 0
                                        ? "no message waits for its turn any more"
                                        : "some " + backlog + " messages wait for their turn"));
            }
        }
        last = now;
        return lines;
    }

    /**
     * The backlog rounded down to 1, 2 or 5 times a power of ten, so that a line comes only when it
     * has changed much; 0 below {@value #WORTH_SAYING}.
     */
    private static int step(@Nullable WaitingMessages each) {
        int backlog = each == null ? 0 : each.backlog();
        if (backlog < WORTH_SAYING) {
            return 0;
        }
        int power = 1;
        while (backlog / power >= 10) {
            power *= 10;
        }
        int digit = backlog / power;
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }

    private static String line(WaitingMessages each) {
        return "  "
                + each.function()
                + ": "
                + (each.failed() == 1 ? "1 message waits" : each.failed() + " messages wait")
                + " to be tried again"
                + (each.reason().isEmpty() ? "; the log says why" : ", since " + each.reason());
    }
}
