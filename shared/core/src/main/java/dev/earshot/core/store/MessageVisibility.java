package dev.earshot.core.store;

import java.time.Duration;

/** Says when a received message that was not deleted is delivered again. Thread-safe. */
@FunctionalInterface
public interface MessageVisibility {
    /**
     * Hides a message for this long from now. Does nothing if it is gone.
     *
     * @param receipt identifies the delivery
     * @throws StoreException if the queue fails; the message then comes when its queue says
     */
    void hide(String receipt, Duration hidden);
}
