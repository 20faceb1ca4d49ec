package dev.earshot.collect.run;

import dev.earshot.collect.feed.Credentials;
import dev.earshot.collect.feed.Web;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.store.PostQueue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Collects a source: takes it for itself, walks its lists and logs until they are at their end or
 * time or budget is, and keeps how far it got after every page that was sent on. Whatever kills it,
 * the next run goes on from there; a page that was sent and not kept is sent again, and the
 * analysis knows its posts by their ids. Thread-safe.
 */
public final class Collector {
    /** What one page takes at most. */
    public static final Duration LONGEST_PAGE = Duration.ofSeconds(25);

    private static final Duration GRACE = Duration.ofSeconds(60);

    private final SourceStore store;
    private final Function<WorkspaceId, BrandCatalogue> brands;
    private final Streams streams;
    private final Web web;
    private final Credentials credentials;
    private final PostQueue queue;
    private final Interest interest;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<String> holders;

    /**
     * @param brands a workspace's, as they are now
     * @param random for jitter
     * @param holders a name that no other run has, for each run
     */
    public Collector(
            SourceStore store,
            Function<WorkspaceId, BrandCatalogue> brands,
            Streams streams,
            Web web,
            Credentials credentials,
            PostQueue queue,
            Interest interest,
            InstantSource clock,
            RandomGenerator random,
            Supplier<String> holders) {
        this.store = store;
        this.brands = brands;
        this.streams = streams;
        this.web = web;
        this.credentials = credentials;
        this.queue = queue;
        this.interest = interest;
        this.clock = clock;
        this.random = random;
        this.holders = holders;
    }

    /** How a run ended. */
    public sealed interface Outcome {
        /** It was not due, or is paused. */
        record NotDue() implements Outcome {}

        /** Another run has it. */
        record Held() implements Outcome {}

        /** It was collected; {@code sent} posts and removals were sent on. */
        record Collected(long sent, SourceStatus status) implements Outcome {}
    }

    /**
     * Collects a source if it is due.
     *
     * @param until when to stop at the latest
     */
    public Outcome collect(WorkspaceId workspace, SourceSpec source, Instant until) {
        Instant now = clock.instant();
        if (source.paused() || store.status(workspace, source.id()).dueAt().isAfter(now)) {
            return new Outcome.NotDue();
        }
        String holder = holders.get();
        if (!store.lease(workspace, source.id(), holder, now, until.plus(GRACE))) {
            return new Outcome.Held();
        }
        SourceStatus status = store.status(workspace, source.id());
        if (status.dueAt().isAfter(now)) {
            // Another run had it between the two looks.
            store.release(workspace, source.id(), holder, status);
            return new Outcome.NotDue();
        }
        List<Brand> own =
                brands.apply(workspace).watched().stream()
                        .filter(brand -> source.brands().contains(brand.id()))
                        .toList();
        var run =
                new SourceRun(
                        store,
                        workspace,
                        source,
                        holder,
                        own,
                        new Asking(source, web, credentials, clock, random),
                        queue,
                        interest,
                        clock,
                        random,
                        status);
        SourceStatus end = run.all(streamsOf(source, own, run), until);
        store.release(workspace, source.id(), holder, end);
        return new Outcome.Collected(end.sent() - status.sent(), end);
    }

    private List<Stream> streamsOf(SourceSpec source, List<Brand> own, SourceRun run) {
        try {
            List<Stream> all = streams.of(source, own);
            if (all.isEmpty()) {
                run.nothingToAsk();
            }
            return all;
        } catch (FieldException e) {
            run.wrong(e);
            return List.of();
        }
    }
}
