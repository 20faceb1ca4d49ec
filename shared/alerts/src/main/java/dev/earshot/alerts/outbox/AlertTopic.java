package dev.earshot.alerts.outbox;

import java.util.Map;

/** Sends e-mail to whoever subscribed. Thread-safe. */
public interface AlertTopic {
    /**
     * Publishes a message.
     *
     * @param attributes for the filters of subscribers; none blank
     * @throws dev.earshot.core.store.StoreException if it was not taken
     */
    void publish(String subject, String message, Map<String, String> attributes);
}
