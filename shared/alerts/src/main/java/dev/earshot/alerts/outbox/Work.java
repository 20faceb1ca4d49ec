package dev.earshot.alerts.outbox;

import dev.earshot.alerts.delivery.Delivery;
import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to do at a time.
 *
 * @param kind what
 * @param subject the brand and the episode as {@code <brand>/<episode>}, or the alert's id
 * @param detail when the episode began in milliseconds, or the delivery's key
 * @param due when
 */
public record Work(WorkspaceId workspace, Kind kind, String subject, String detail, Instant due) {
    /** What is to be done. */
    public enum Kind {
        /** Look at an episode: it changed, or a rule wakes. */
        LOOK,
        /** Attempt a delivery. */
        DELIVER
    }

    public Work {
        due = due.truncatedTo(ChronoUnit.MILLIS); // as it is written
    }

    /** Looks at an episode of a brand that began at a time. */
    public static Work look(
            WorkspaceId workspace, String brand, String episode, Instant start, Instant due) {
        return new Work(
                workspace,
                Kind.LOOK,
                brand + "/" + episode,
                Long.toString(start.toEpochMilli()),
                due);
    }

    /** Attempts a delivery of an alert. */
    public static Work deliver(WorkspaceId workspace, String alert, String key, Instant due) {
        return new Work(workspace, Kind.DELIVER, alert, key, due);
    }

    /** The next attempt of a delivery that has one due. */
    public static Work attempt(Delivery delivery) {
        Instant due =
                delivery.due()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "delivery must be due, got " + delivery.state()));
        return deliver(delivery.workspace(), delivery.alert(), delivery.key(), due);
    }

    /** When the episode that is to be looked at began. */
    public Instant start() {
        return Instant.ofEpochMilli(Long.parseLong(detail));
    }

    /** The brand of an episode that is to be looked at. */
    public String brand() {
        return subject.substring(0, subject.indexOf('/'));
    }

    /** The episode that is to be looked at. */
    public String episode() {
        return subject.substring(subject.indexOf('/') + 1);
    }

    /** One line, which sorts by {@link #due} and which {@link #read} reads. */
    public String written() {
        return String.join(
                "#",
                String.format(Locale.ROOT, "%013d", Math.max(0, due.toEpochMilli())),
                kind.name(),
                workspace.value(),
                subject,
                detail);
    }

    /** The work that a line is; empty if it is none. */
    public static Optional<Work> read(String line) {
        String[] parts = line.split("#", 5);
        if (parts.length != 5 || !parts[0].matches("[0-9]{13}")) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            boolean whole =
                    kind != Kind.LOOK
                            || (parts[3].contains("/") && parts[4].matches("-?[0-9]{1,15}"));
            if (kind.name().equals(parts[1]) && whole) {
                return Optional.of(
                        new Work(
                                new WorkspaceId(parts[2]),
                                kind,
                                parts[3],
                                parts[4],
                                Instant.ofEpochMilli(Long.parseLong(parts[0]))));
            }
        }
        return Optional.empty();
    }
}
