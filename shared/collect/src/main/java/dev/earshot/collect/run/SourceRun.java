package dev.earshot.collect.run;

import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.EventLog;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.Gap;
import dev.earshot.collect.state.Progress;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.collect.state.Walk;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.store.PostQueue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One run over one source that its holder has. For one thread. */
final class SourceRun {
    private static final Duration DENIED = Duration.ofMinutes(10);

    private final SourceStore store;
    private final WorkspaceId workspace;
    private final SourceSpec source;
    private final String holder;
    private final List<Brand> brands;
    private final Asking asking;
    private final PostQueue queue;
    private final Interest interest;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SourceStatus before;
    private final List<Gap> gaps;
    private final Map<String, Progress> progress = new HashMap<>();

    private int posts;
    private long sent;
    private long withheld;
    private boolean stopped;
    private boolean unfinished;
    private Optional<Instant> dueAt = Optional.empty();
    private Optional<String> error = Optional.empty();
    private boolean failed;

    SourceRun(
            SourceStore store,
            WorkspaceId workspace,
            SourceSpec source,
            String holder,
            List<Brand> brands,
            Asking asking,
            PostQueue queue,
            Interest interest,
            InstantSource clock,
            RandomGenerator random,
            SourceStatus before) {
        this.store = store;
        this.workspace = workspace;
        this.source = source;
        this.holder = holder;
        this.brands = brands;
        this.asking = asking;
        this.queue = queue;
        this.interest = interest;
        this.clock = clock;
        this.random = random;
        this.before = before;
        this.gaps = new ArrayList<>(before.gaps());
    }

    /** The source's brands give nothing to ask for. */
    void nothingToAsk() {
        error =
                Optional.of(
                        "there is nothing to ask for: register its brands ("
                                + String.join(", ", source.brands())
                                + ") with a name or hashtag, or give it queries");
        failed = true;
    }

    /** A target of the source is not one of its kind. */
    void wrong(FieldException e) {
        error = Optional.of(String.valueOf(e.getMessage()));
        failed = true;
    }

    /** Collects the streams, those that are furthest behind first, and says how it went. */
    SourceStatus all(List<Stream> streams, Instant until) {
        progress.putAll(store.progress(workspace, source.id()));
        List<Stream> ordered = new ArrayList<>(streams);
        ordered.sort(
                java.util.Comparator.comparing(stream -> complete(stream).orElse(Instant.MIN)));
        for (Stream stream : ordered) {
            if (stopped) {
                unfinished = true;
                break;
            }
            one(stream, until);
        }
        return status(streams, true);
    }

    private Optional<Instant> complete(Stream stream) {
        return Optional.ofNullable(progress.get(stream.name())).flatMap(Progress::completeUntil);
    }

    private void one(Stream stream, Instant until) {
        boolean startedAnew = false;
        while (!stopped) {
            Instant now = clock.instant();
            if (now.plus(Collector.LONGEST_PAGE).isAfter(until)) {
                unfinished = true;
                return;
            }
            if (!withinBudget(now)) {
                return;
            }
            Progress at = place(stream, now);
            switch (asking.page(stream.feed(), ask(stream, at, now), isPlaced(at))) {
                case Asking.Result.Got(Page page) -> {
                    Taken taken = taken(stream, at, page, now);
                    if (!keep(stream, page, taken)) {
                        return;
                    }
                    if (taken.trouble().isPresent()) {
                        told(stream, broken(taken, taken.trouble().get()));
                    }
                    if (taken.done() || taken.trouble().isPresent()) {
                        return;
                    }
                }
                case Asking.Result.Not(Fault fault) -> {
                    boolean retry =
                            fault instanceof Fault.PlaceGone && !startedAnew && again(stream, at);
                    startedAnew = true;
                    if (!retry) {
                        if (fault instanceof Fault.Nothing) {
                            progress.put(stream.name(), at.completeAt(now));
                        }
                        told(stream, fault);
                        return;
                    }
                }
            }
        }
    }

    /** What broke off after it had brought something is no failure, and goes on before long. */
    private Fault broken(Taken taken, String why) {
        return taken.fresh().isEmpty()
                ? new Fault.Failure(why)
                : new Fault.Wait(why, Waits.failed(1, clock.instant(), random));
    }

    private Progress place(Stream stream, Instant now) {
        Progress known = progress.getOrDefault(stream.name(), Progress.none(stream.query()));
        return switch (stream.feed()) {
            case Listing list -> ListWalk.begun(known, source, stream.query(), list, now);
            case EventLog log -> known;
        };
    }

    private Ask ask(Stream stream, Progress at, Instant now) {
        return switch (stream.feed()) {
            case Listing list -> list.page(walk(at).cursor(), walk(at).floor());
            case EventLog log -> log.after(at.cursor(), now.minus(source.backfill()), now);
        };
    }

    private static Walk walk(Progress at) {
        return at.walk().orElseThrow();
    }

    private static boolean isPlaced(Progress at) {
        return at.walk().flatMap(Walk::cursor).or(at::cursor).isPresent();
    }

    private Taken taken(Stream stream, Progress at, Page page, Instant asked) {
        Instant now = clock.instant();
        return switch (stream.feed()) {
            case Listing list ->
                    ListWalk.take(
                            at,
                            walk(at),
                            page,
                            source.kind().overlap(),
                            key -> sentByAnother(stream, key),
                            now);
            case EventLog log ->
                    LogRead.of(
                            log.until(at.cursor(), asked.minus(source.backfill()), asked),
                            log,
                            at,
                            page,
                            now);
        };
    }

    private boolean sentByAnother(Stream stream, String key) {
        return progress.entrySet().stream()
                .anyMatch(
                        other ->
                                !other.getKey().equals(stream.name())
                                        && other.getValue().seen().has(key));
    }

    /** Goes on where the platform still knows a place; false if there is none. */
    private boolean again(Stream stream, Progress at) {
        progress.put(
                stream.name(),
                switch (stream.feed()) {
                    case Listing list -> ListWalk.again(at, walk(at));
                    case EventLog log ->
                            LogRead.again(at, log, clock.instant().minus(source.backfill()));
                });
        return true;
    }

    /** Sends what is wanted of a page, then keeps how far that is. */
    private boolean keep(Stream stream, Page page, Taken taken) {
        List<Item> wanted =
                source.onlyMentions()
                        ? interest.wanted(
                                workspace,
                                brands,
                                stream.feed().format(),
                                page,
                                taken.fresh(),
                                item -> SentLately.holds(taken.next(), item))
                        : taken.fresh();
        Outgoing outgoing = Outgoing.of(page, wanted, stream.feed().recordsOfItem());
        for (String message : outgoing.messages()) {
            queue.send(workspace, Optional.of(stream.feed().format()), message);
        }
        // Of a log that holds everything, what is of no interest is neither a post nor charged for.
        posts += stream.feed() instanceof EventLog ? wanted.size() : page.items().size();
        sent += wanted.size() - outgoing.tooLarge().size();
        withheld += page.withheld();
        gaps.addAll(taken.gaps());
        outgoing.tooLarge()
                .forEach(
                        item ->
                                gaps.add(
                                        new Gap(
                                                item.at(),
                                                item.at(),
                                                "a post is larger than a message holds and was"
                                                        + " left out: "
                                                        + item.key())));
        Progress next =
                stream.feed() instanceof EventLog
                        ? taken.next()
                                .with(SentLately.with(taken.next().sent(), wanted, clock.instant()))
                        : taken.next();
        progress.put(stream.name(), next);
        boolean kept =
                store.save(
                        workspace,
                        source.id(),
                        holder,
                        status(List.of(), false),
                        stream.name(),
                        next);
        stopped |= !kept;
        return kept;
    }

    private boolean withinBudget(Instant now) {
        LocalDate day = day(now);
        boolean used = requests(day) >= source.dailyRequests();
        if (used || posts(day) >= source.dailyPosts()) {
            error =
                    Optional.of(
                            used
                                    ? "the budget of "
                                            + source.dailyRequests()
                                            + " requests a day is used up; it goes on tomorrow"
                                    : "the budget of "
                                            + source.dailyPosts()
                                            + " posts a day is used up; it goes on tomorrow");
            dueAt = Optional.of(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            stopped = true;
            return false;
        }
        Optional<Instant> exhausted = asking.exhaustedUntil();
        if (exhausted.isPresent()) {
            told(new Fault.Wait("the platform's quota is used up", exhausted.get()));
            return false;
        }
        return true;
    }

    private int requests(LocalDate day) {
        return (before.day().equals(day) ? before.requests() : 0) + asking.requests();
    }

    private int posts(LocalDate day) {
        return (before.day().equals(day) ? before.posts() : 0) + posts;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private void told(Stream stream, Fault fault) {
        told(
                switch (fault) {
                    case Fault.Failure(String why) -> new Fault.Failure(stream.name() + ": " + why);
                    case Fault.PlaceGone(String why) ->
                            new Fault.Failure(
                                    stream.name()
                                            + ": the platform does not take the request: "
                                            + why);
                    case Fault.Nothing(String why) -> new Fault.Nothing(stream.name() + ": " + why);
                    case Fault.Wait wait -> wait;
                    case Fault.Denied denied -> denied;
                });
    }

    private void told(Fault fault) {
        error = Optional.of(fault.why());
        switch (fault) {
            case Fault.Wait(String why, Instant until) -> {
                dueAt = Optional.of(until);
                stopped = true;
            }
            case Fault.Denied(String why) -> {
                failed = true;
                dueAt = Optional.of(clock.instant().plus(DENIED));
                stopped = true;
            }
            case Fault.Nothing(String why) -> {}
            case Fault.Failure(String why) -> failed = true;
            case Fault.PlaceGone(String why) -> failed = true;
        }
    }

    private SourceStatus status(List<Stream> streams, boolean ended) {
        Instant now = clock.instant();
        LocalDate day = day(now);
        int failures = failed ? before.failures() + (ended ? 1 : 0) : 0;
        return new SourceStatus(
                ended ? due(now, failures) : before.dueAt(),
                asking.requests() > 0 ? Optional.of(now) : before.fetchedAt(),
                ended ? completeUntil(streams) : before.completeUntil(),
                day,
                requests(day),
                posts(day),
                before.sent() + sent,
                before.withheld() + withheld,
                asking.left().or(before::quotaLeft),
                asking.percentLeft().or(before::quotaPercentLeft),
                ended ? failures : before.failures(),
                ended ? error : before.error(),
                gaps);
    }

    private Instant due(Instant now, int failures) {
        if (dueAt.isPresent()) {
            return dueAt.get();
        }
        if (failed) {
            return Waits.failed(failures, now, random);
        }
        return unfinished ? now : now.plus(source.interval());
    }

    /** The least of its streams; what it was if one of them never was complete. */
    private Optional<Instant> completeUntil(List<Stream> streams) {
        Optional<Instant> least = Optional.empty();
        for (Stream stream : streams) {
            Optional<Instant> each = complete(stream);
            if (each.isEmpty()) {
                return before.completeUntil();
            }
            least = least.filter(other -> other.isBefore(each.get())).or(() -> each);
        }
        return least.or(before::completeUntil);
    }
}
