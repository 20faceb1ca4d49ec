package dev.earshot.alerts.rule;

import dev.earshot.core.FieldException;

import java.time.Duration;
import java.util.Optional;

/**
 * When somebody who was told is told again of the same episode.
 *
 * @param doubled each time that it has doubled
 * @param after while it goes on, this long after the last time; whole hours, 1 to 168
 */
public record Again(boolean doubled, Optional<Duration> after) {
    /** Only when it has doubled. */
    public static final Again IF_DOUBLED = new Again(true, Optional.empty());

    public Again {
        after.ifPresent(
                wait -> {
                    if (wait.toHours() < 1
                            || wait.toHours() > 168
                            || !wait.equals(Duration.ofHours(wait.toHours()))) {
                        throw new FieldException(
                                "again.afterHours", "must be 1 to 168 whole hours, got " + wait);
                    }
                });
    }
}
