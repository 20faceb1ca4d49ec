package dev.earshot.collect.run;

import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.Walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a list that shows its newest posts first is collected without a gap: a walk goes from the
 * newest post back to where the walk before began, and some way beyond, for posts that the platform
 * shows late. Only a walk that gets there moves the mark; one that is interrupted goes on where it
 * was, or, if the platform has forgotten that place, from the newest again. Posts that were sent on
 * are known by their digests, so that none is sent twice. Stateless.
 */
final class ListWalk {
    /** Pages after which a list is taken to have no end. */
    static final int MAX_PAGES = 500;

    private ListWalk() {}

    /** A new walk, or the one that is under way; and what is too old to be shown any more. */
    static Progress begun(
            Progress progress, SourceSpec source, String query, Listing list, Instant now) {
        boolean changed = !progress.query().equals(query);
        if (progress.walk().isPresent() && !changed) {
            return progress;
        }
        Instant first = now.minus(source.backfill());
        Instant floor =
                progress.mark().map(mark -> mark.minus(source.kind().overlap())).orElse(first);
        if (changed && first.isBefore(floor)) {
            floor = first;
        }
        Instant shown = list.reach().map(now::minus).orElse(Instant.MIN);
        floor = floor.isBefore(shown) ? shown : floor;
        Instant top = progress.mark().orElse(floor);
        return new Progress(
                query,
                progress.mark(),
                Optional.empty(),
                Optional.of(new Walk(Optional.empty(), floor, top, now, now, 0)),
                progress.seen(),
                progress.sent(),
                progress.completeUntil());
    }

    /** The walk from the newest post again, since the platform has forgotten the place. */
    static Progress again(Progress progress, Walk walk) {
        return with(
                progress,
                new Walk(
                        Optional.empty(),
                        walk.floor(),
                        walk.top(),
                        walk.oldest(),
                        walk.begunAt(),
                        walk.pages()));
    }

    /**
     * Takes a page.
     *
     * @param sent whether another list of the source has sent an item on
     */
    static Taken take(
            Progress progress,
            Walk walk,
            Page page,
            Duration overlap,
            Predicate<String> sent,
            Instant now) {
        Map<String, Item> fresh = new LinkedHashMap<>();
        Map<String, Long> times = new LinkedHashMap<>();
        Instant top = walk.top();
        Instant oldest = walk.oldest();
        boolean older = !page.items().isEmpty();
        for (Item item : page.items()) {
            // A post that is dated ahead must not hide those that come before its time.
            Instant at = item.at().isAfter(now) ? now : item.at();
            older &= at.isBefore(walk.floor());
            top = at.isAfter(top) ? at : top;
            oldest = at.isBefore(oldest) ? at : oldest;
            if (!at.isBefore(walk.floor())
                    && !progress.seen().has(item.key())
                    && !sent.test(item.key())) {
                fresh.putIfAbsent(item.key(), item);
                times.putIfAbsent(item.key(), item.at().getEpochSecond());
            }
        }
        var here =
                new Walk(page.next(), walk.floor(), top, oldest, walk.begunAt(), walk.pages() + 1);
        Optional<String> endless = endless(walk, here);
        boolean done = older || page.next().isEmpty() || endless.isPresent();
        Progress next =
                new Progress(
                        progress.query(),
                        progress.mark(),
                        Optional.empty(),
                        Optional.of(here),
                        progress.seen().with(times, walk.floor().getEpochSecond()),
                        progress.sent(),
                        progress.completeUntil());
        List<Item> sending = new ArrayList<>(fresh.values());
        return done
                ? new Taken(
                        sending,
                        ended(next, here, overlap),
                        true,
                        gap(progress, here, page, endless).stream().toList(),
                        Optional.empty())
                : new Taken(sending, next, false, List.of(), Optional.empty());
    }

    private static Optional<String> endless(Walk before, Walk here) {
        if (here.cursor().isPresent() && here.cursor().equals(before.cursor())) {
            return Optional.of("the platform names the same page again and again");
        }
        return here.pages() >= MAX_PAGES
                ? Optional.of("the list had no end after " + MAX_PAGES + " pages")
                : Optional.empty();
    }

    private static Progress ended(Progress progress, Walk walk, Duration overlap) {
        Instant least = walk.begunAt().minus(overlap);
        Instant mark = walk.top().isBefore(least) ? least : walk.top();
        return new Progress(
                progress.query(),
                Optional.of(mark),
                Optional.empty(),
                Optional.empty(),
                progress.seen(),
                progress.sent(),
                Optional.of(walk.begunAt()));
    }

    private static Optional<Gap> gap(
            Progress before, Walk walk, Page last, Optional<String> endless) {
        Instant from = before.mark().orElse(walk.floor());
        if (!from.isBefore(walk.oldest())) {
            return Optional.empty();
        }
        if (endless.isPresent()) {
            return Optional.of(new Gap(from, walk.oldest(), endless.get()));
        }
        return last.held() && before.mark().isPresent()
                ? Optional.of(
                        new Gap(
                                from,
                                walk.oldest(),
                                "the list holds only its last posts, and these are all newer than"
                                        + " what was collected before; ask more often"))
                : Optional.empty();
    }

    private static Progress with(Progress progress, Walk walk) {
        return new Progress(
                progress.query(),
                progress.mark(),
                progress.cursor(),
                Optional.of(walk),
                progress.seen(),
                progress.sent(),
                progress.completeUntil());
    }
}
