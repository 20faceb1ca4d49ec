package dev.earshot.alerts.outbox;

import java.time.Instant;

/** Hands events to other programs of the account. Thread-safe. */
public interface AlertBus {
    /**
     * Puts one event.
     *
     * @param detail a JSON object
     * @throws dev.earshot.core.store.StoreException if it was not taken
     */
    void put(String type, Instant at, String detail);
}
