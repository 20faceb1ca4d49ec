package dev.earshot.testkit.store;

import dev.earshot.alerts.outbox.Work;
import dev.earshot.alerts.outbox.WorkQueue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers the work that was sent, until it is taken. Thread-safe: one lock. */
public final class InMemoryWorkQueue implements WorkQueue {
    private final List<Work> waiting = new ArrayList<>();

    @Override
    public synchronized void send(List<Work> work, Duration wait) {
        waiting.addAll(work);
    }

    /** Everything that was sent since the last call, whatever its wait. */
    public synchronized List<Work> take() {
        List<Work> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
