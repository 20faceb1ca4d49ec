package dev.earshot.alerts.outbox;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way in for everything that people are told: episodes here, cases and others elsewhere.
 * Thread-safe.
 */
public final class Alerts {
    private final Outbox outbox;
    private final WorkQueue queue;
    private final InstantSource clock;

    public Alerts(Outbox outbox, WorkQueue queue, InstantSource clock) {
        this.outbox = outbox;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Where a notice goes.
     *
     * @param team that it is routed to; empty for none
     */
    public record Route(Recipient recipient, Optional<String> team) {}

    /**
     * Tells somebody. Equal notices have one id, and each recipient gets it once, however often
     * this is called: after a crash, call it again.
     */
    public void submit(Notice notice, List<Route> routes) {
        outbox.put(new Alert(notice, Optional.empty()));
        Instant now = clock.instant();
        List<Work> begun = new ArrayList<>();
        for (Route route : routes) {
            Delivery delivery =
                    Delivery.begun(
                            notice.workspace(), notice.id(), route.recipient(), route.team(), now);
            if (outbox.begin(delivery)) {
                begun.add(Work.attempt(delivery));
            }
        }
        hurry(begun, Duration.ZERO);
    }

    /** Keeps a notice that nobody was sent, with the silence that kept it. */
    void keep(Notice notice, Alert.Silenced silence) {
        outbox.put(new Alert(notice, Optional.of(silence)));
    }

    /** Brings work on its way; if the queue fails, the sweep finds it within two minutes. */
    void hurry(List<Work> work, Duration wait) {
        if (work.isEmpty() || wait.compareTo(WorkQueue.LONGEST_WAIT) > 0) {
            return;
        }
        try {
            queue.send(work, wait);
        } catch (StoreException e) {
            // The work is kept: the sweep finds it, and fails loudly while the queue does.
        }
    }
}
