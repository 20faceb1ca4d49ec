package dev.earshot.collect.run;

import dev.earshot.collect.feed.EventLog;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.Seen;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** A stretch that ends so lately is the last for now. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private LogRead() {}

    /**
     * Takes what the log sent.
     *
     * @param until where the stretch ends that was asked for, if it was one
     */
    static Taken of(
            Optional<Instant> until, EventLog log, Progress progress, Page page, Instant now) {
        return until.isEmpty()
                ? take(progress, page, now)
                : stretch(progress, page, log, until.get(), now);
    }

    private static Taken take(Progress progress, Page page, Instant now) {
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
                items.isEmpty() ? progress.mark() : Optional.of(items.getLast().at());
        boolean moved = page.next().isPresent() && !page.next().equals(progress.cursor());
        Progress next =
                new Progress(
                        progress.query(),
                        last,
                        page.next().or(progress::cursor),
                        Optional.empty(),
                        items.isEmpty() ? progress.seen() : Seen.NONE.with(times, 0),
                        progress.sent(),
                        items.isEmpty() ? progress.completeUntil() : last);
        boolean present = last.filter(at -> at.isAfter(now.minus(PRESENT))).isPresent();
        return new Taken(
                List.copyOf(fresh.values()),
                next,
                present,
                gaps(progress, page),
                present ? Optional.empty() : trouble(page, moved));
    }

    /**
     * Takes all that a log holds of a stretch of time. What broke off is asked for again as a
     * whole, since nothing says how far it got.
     */
    private static Taken stretch(
            Progress progress, Page page, EventLog log, Instant until, Instant now) {
        Taken taken = take(progress, page, now);
        if (page.end().trouble().isPresent()) {
            Progress stays =
                    new Progress(
                            progress.query(),
                            progress.mark(),
                            progress.cursor(),
                            Optional.empty(),
                            taken.next().seen(),
                            progress.sent(),
                            progress.completeUntil());
            return new Taken(
                    taken.fresh(),
                    stays,
                    true,
                    List.of(),
                    page.end().trouble().map(why -> "the log " + why));
        }
        Progress next =
                new Progress(
                        progress.query(),
                        Optional.of(until),
                        log.cursorAt(until),
                        Optional.empty(),
                        taken.next().seen(),
                        progress.sent(),
                        Optional.of(until));
        boolean present = until.isAfter(now.minus(SETTLED));
        return new Taken(taken.fresh(), next, present, taken.gaps(), Optional.empty());
    }

    /** Without a word of trouble the log is asked for more at once; so it must have moved. */
    private static Optional<String> trouble(Page page, boolean moved) {
        return page.end()
                .trouble()
                .or(() -> moved ? Optional.empty() : Optional.of("sent nothing new"))
                .map(why -> "the log " + why);
    }

    private static List<Gap> gaps(Progress before, Page page) {
        List<Gap> gaps = new ArrayList<>();
        if (page.items().isEmpty()) {
            return gaps;
        }
        Instant first = page.items().getFirst().at();
        if (page.held() && before.mark().isPresent()) {
            gaps.add(
                    new Gap(
                            before.mark().get(),
                            first,
                            "the log no longer holds what came in between"));
        }
        if (page.end().unread() > 0) {
            gaps.add(
                    new Gap(
                            before.mark().orElse(first),
                            page.items().getLast().at(),
                            "messages of the log that can't be read were left out: "
                                    + page.end().unread()));
        }
        return gaps;
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
