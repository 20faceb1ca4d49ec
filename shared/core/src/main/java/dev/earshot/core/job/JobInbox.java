package dev.earshot.core.job;

import dev.earshot.core.store.StoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The worker's side of the queue. A received message is hidden from other workers for a time, and
 * is delivered again unless it is deleted. Thread-safe; failures surface as {@link StoreException}.
 */
public interface JobInbox {
    /**
     * Receives waiting messages.
     *
     * @param most 1 to 10
     * @param wait how long to wait for a first message, at most 20 seconds
     * @param hidden how long the messages stay hidden
     */
    List<Delivery> receive(int most, Duration wait, Duration hidden);

    /**
     * Hides a message for this long from now; zero shows it at once. Does nothing if it is gone.
     */
    void hide(Delivery delivery, Duration hidden);

    /** Removes a message for good. */
    void delete(Delivery delivery);

    /**
     * One delivery of a message.
     *
     * @param messageId the same whenever the message is delivered
     * @param receipt identifies this delivery
     * @param receives how often it was delivered, this time included
     */
    record Delivery(String messageId, String receipt, String body, int receives, Instant sentAt) {}
}
