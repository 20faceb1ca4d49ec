package dev.earshot.alerts.delivery;

import java.time.Duration;
import java.util.Optional;

/** How one attempt ended. */
public sealed interface Answer {
    /** Taken: the status was 2xx, or the service accepted it. */
    record Taken(int status) implements Answer {}

    /**
     * Not taken; another attempt may succeed.
     *
     * @param why for people, without any word of the receiver's
     * @param after how long the receiver asks us to wait
     */
    record NotTaken(String why, Optional<Duration> after) implements Answer {}

    /** The receiver wants nothing any more (status 410). */
    record Gone() implements Answer {}

    /** It can't be sent at all, now or later. */
    record Impossible(String why) implements Answer {}

    /** In a few words, for the log of deliveries. */
    default String words() {
        return switch (this) {
            case Taken(int status) -> "taken with status " + status;
            case NotTaken(String why, var after) ->
                    why + after.map(wait -> ", asks to wait " + wait.toSeconds() + " s").orElse("");
            case Gone gone -> "status 410: the receiver wants nothing any more";
            case Impossible(String why) -> why;
        };
    }
}
