package dev.earshot.alerts.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Brings work on its way that is due: what waits longer than a message can, and what the queue or a
 * crash lost. Called every minute. Thread-safe.
 */
public final class Sweep {
    /** What is due for less is probably on its way. */
    static final Duration SLACK = Duration.ofSeconds(15);

    /** More waits for the next minute. */
    private static final int MOST = 4_000;

    private final Outbox outbox;
    private final WorkQueue queue;
    private final InstantSource clock;

    public Sweep(Outbox outbox, WorkQueue queue, InstantSource clock) {
        this.outbox = outbox;
        this.queue = queue;
        this.clock = clock;
    }

    /** Sends what is due; returns how much. */
    public int run() {
        List<Work> due = outbox.due(clock.instant().minus(SLACK), MOST);
        queue.send(due, Duration.ZERO);
        return due.size();
    }
}
