package dev.earshot.alerts.outbox;

import dev.earshot.alerts.message.Notice;

import java.util.Optional;

/**
 * A notice that was told, or would have been but for a silence.
 *
 * @param silence that kept it from some or all recipients when it was first decided; empty for none
 */
public record Alert(Notice notice, Optional<Silenced> silence) {
    /** Which silence, whose and why. */
    public record Silenced(String id, String owner, String reason) {}

    /** The notice's id. */
    public String id() {
        return notice.id();
    }
}
