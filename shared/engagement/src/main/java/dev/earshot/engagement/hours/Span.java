package dev.earshot.engagement.hours;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param to exclusive, not before {@code from}
 */
public record Span(Instant from, Instant to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span must not end before it begins, got " + from);
        }
    }
}
