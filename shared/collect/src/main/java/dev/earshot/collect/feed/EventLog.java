package dev.earshot.collect.feed;

import java.time.Instant;
import java.util.Optional;

/** A log of events, the oldest first, that goes on from a cursor. */
public non-sealed interface EventLog extends Feed {
    /**
     * Asks for what follows.
     *
     * @param cursor the last event's; empty to begin
     * @param from where to begin without a cursor
     * @param now the present, at which it is enough
     */
    Ask after(Optional<String> cursor, Instant from, Instant now);

    /**
     * Where what {@link #after} asks for ends, of a log that is asked for stretches of time; all of
     * that stretch came, even if nothing did. Empty of a log that is followed as far as it goes.
     */
    default Optional<Instant> until(Optional<String> cursor, Instant from, Instant now) {
        return Optional.empty();
    }

    /** The cursor by which another instance of the log, or this one, goes on from a time. */
    Optional<String> cursorAt(Instant time);
}
