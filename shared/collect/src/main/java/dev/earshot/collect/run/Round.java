package dev.earshot.collect.run;

import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.collect.state.SourceStore;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Collects all sources that are due, a few at once. Thread-safe. */
public final class Round {
    /** Failures in a row from which on a source counts as failing. */
    public static final int FAILING = 5;

    private static final int AT_ONCE = 4;

    private final SourceStore store;
    private final Collector collector;

    public Round(SourceStore store, Collector collector) {
        this.store = store;
        this.collector = collector;
    }

    /**
     * How a source came out of a round.
     *
     * @param outcome empty if it broke down
     */
    public record Each(
            WorkspaceId workspace,
            SourceSpec source,
            SourceStatus status,
            Optional<Collector.Outcome> outcome,
            Optional<Throwable> breakdown) {
        /** How far it is behind what its interval allows; nothing if it never was complete. */
        public Duration lag(Instant now) {
            Duration late =
                    status.lag(now).map(lag -> lag.minus(source.interval())).orElse(Duration.ZERO);
            return source.paused() || late.isNegative() ? Duration.ZERO : late;
        }

        /** Whether it fails again and again. */
        public boolean failing() {
            return !source.paused() && status.failures() >= FAILING;
        }
    }

    /** Collects what is due, until then at the latest. */
    public List<Each> run(Instant until) {
        List<Future<Each>> running = new ArrayList<>();
        List<Each> all = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (WorkspaceId workspace : store.workspaces()) {
                for (SourceSpec source : store.sources(workspace)) {
                    running.add(threads.submit(() -> one(workspace, source, until)));
                }
            }
            for (Future<Each> each : running) {
                all.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a source broke down unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }

    private Each one(WorkspaceId workspace, SourceSpec source, Instant until) {
        try {
            Collector.Outcome outcome = collector.collect(workspace, source, until);
            SourceStatus status =
                    outcome instanceof Collector.Outcome.Collected collected
                            ? collected.status()
                            : store.status(workspace, source.id());
            return new Each(workspace, source, status, Optional.of(outcome), Optional.empty());
        } catch (RuntimeException e) {
            return new Each(workspace, source, SourceStatus.NEW, Optional.empty(), Optional.of(e));
        }
    }
}
