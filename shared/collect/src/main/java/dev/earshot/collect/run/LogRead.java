package dev.earshot.collect.run;

import dev.earshot.collect.feed.EventLog;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.Seen;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a log is collected: from the last event's cursor on. A log may send the event of the cursor
 * once more, and others around it, so what was sent on lately is known by digests. Stateless.
 */
final class LogRead {
    /** So many of the last events are remembered. */
    private static final int REMEMBERED = 500;

    /** An event as young as this is the log's end. */
    private static final Duration PRESENT = Duration.ofSeconds(10);

    private LogRead() {}

    /** Takes what the log sent. */
    static Taken take(Progress progress, Page page, Instant now) {
        Map<String, Item> fresh = new LinkedHashMap<>();
        Map<String, Long> times = new LinkedHashMap<>();
        for (Item item : page.items()) {
            if (!progress.seen().has(item.key())) {
                fresh.putIfAbsent(item.key(), item);
            }
        }
        List<Item> items = page.items();
        items.subList(Math.max(0, items.size() - REMEMBERED), items.size())
                .forEach(item -> times.put(item.key(), item.at().getEpochSecond()));
        Optional<Instant> last =
                page.items().isEmpty() ? progress.mark() : Optional.of(page.items().getLast().at());
        boolean present =
                page.items().isEmpty()
                        || last.filter(at -> at.isAfter(now.minus(PRESENT))).isPresent();
        Progress next =
                new Progress(
                        progress.query(),
                        last,
                        page.next().or(progress::cursor),
                        Optional.empty(),
                        items.isEmpty() ? progress.seen() : Seen.NONE.with(times, 0),
                        progress.sent(),
                        present ? Optional.of(now) : last);
        return new Taken(List.copyOf(fresh.values()), next, present, gap(progress, page));
    }

    private static Optional<Gap> gap(Progress before, Page page) {
        return page.held() && before.mark().isPresent() && !page.items().isEmpty()
                ? Optional.of(
                        new Gap(
                                before.mark().get(),
                                page.items().getFirst().at(),
                                "the log no longer holds what came in between"))
                : Optional.empty();
    }

    /** The place in a log that has forgotten the cursor: the time of the last event. */
    static Progress again(Progress progress, EventLog log, Instant from) {
        return new Progress(
                progress.query(),
                progress.mark(),
                log.cursorAt(progress.mark().orElse(from)),
                Optional.empty(),
                progress.seen(),
                progress.sent(),
                progress.completeUntil());
    }
}
