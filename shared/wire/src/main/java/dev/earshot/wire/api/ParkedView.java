package dev.earshot.wire.api;

import dev.earshot.core.store.Parked;

import java.time.Instant;
import java.util.Optional;

/** A rejected record as the API shows it; listings omit the payload. */
record ParkedView(
        String id,
        String source,
        String path,
        String reason,
        Instant parkedAt,
        Optional<String> payload) {
    static ParkedView of(Parked parked) {
        return new ParkedView(
                parked.id(),
                parked.source(),
                parked.path(),
                parked.reason(),
                parked.parkedAt(),
                Optional.of(parked.payload()).filter(text -> !text.isEmpty()));
    }
}
