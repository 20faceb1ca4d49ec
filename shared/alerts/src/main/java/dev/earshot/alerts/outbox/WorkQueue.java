package dev.earshot.alerts.outbox;

import java.time.Duration;
import java.util.List;

/** Brings work to those who do it, soon. It may lose some: {@link Outbox#due} finds it again. */
public interface WorkQueue {
    /** The longest wait of a message of SQS. */
    Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /**
     * Sends work to be done after a wait of at most {@link #LONGEST_WAIT}.
     *
     * @throws dev.earshot.core.store.StoreException if the service fails
     */
    void send(List<Work> work, Duration wait);
}
