package dev.earshot.wire.format;

import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads public counts and other optional metrics. An implausible value (not a number, negative,
 * absurdly large, an account created in the future) is dropped with its reason, and the post is
 * kept. For one thread.
 */
final class Metrics {
    /** No real count comes near this: the world has 8e9 people. */
    private static final long BEYOND_BELIEF = 1_000_000_000_000L;

    /** Tolerated clock skew. */
    private static final Duration SKEW = Duration.ofDays(1);

    private static final int MAX_REASONS = 16;

    private final List<String> dropped = new ArrayList<>();

    /** Starts a new record. */
    void begin() {
        dropped.clear();
    }

    /** The values dropped from this record, each as path and reason. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** A count of 0 or more; empty if absent or implausible. */
    OptionalLong count(Field field) {
        return bounded(field, false);
    }

    /** A net vote count; negative counts as 0. */
    OptionalLong votes(Field field) {
        return bounded(field, true);
    }

    private OptionalLong bounded(Field field, boolean signed) {
        if (!field.present()) {
            return OptionalLong.empty();
        }
        OptionalLong whole = field.wholeIfAny();
        if (whole.isEmpty()) {
            return drop(field, "is no whole number");
        }
        long count = whole.getAsLong();
        if (count > BEYOND_BELIEF) {
            return drop(field, "is beyond belief");
        }
        if (count < 0 && !signed) {
            return drop(field, "is negative");
        }
        return OptionalLong.of(Math.max(0, count));
    }

    /** Yes or no; empty if absent or neither. */
    Optional<Boolean> flag(Field field) {
        if (!field.present()) {
            return Optional.empty();
        }
        if (field.value() instanceof Json.Bool(boolean truth)) {
            return Optional.of(truth);
        }
        return switch (field.textIfAny()) {
            case "true", "True", "TRUE", "valid", "1" -> Optional.of(true);
            case "false", "False", "FALSE", "invalid", "none", "0" -> Optional.of(false);
            default -> {
                drop(field, "is neither yes nor no");
                yield Optional.empty();
            }
        };
    }

    /** When an account was opened: not after the message was sent. */
    Optional<Instant> opened(Field field, Instant sentAt) {
        if (!field.present()) {
            return Optional.empty();
        }
        try {
            Optional<Instant> at = field.time();
            if (at.isPresent() && at.get().isAfter(sentAt.plus(SKEW))) {
                drop(field, "lies in the future");
                return Optional.empty();
            }
            return at;
        } catch (BadField e) {
            drop(field, "is no time");
            return Optional.empty();
        }
    }

    /** Tells something about a field that was changed or left out. */
    void note(Field field, String what) {
        if (dropped.size() < MAX_REASONS) {
            dropped.add(field.path() + " " + what);
        }
    }

    private OptionalLong drop(Field field, String why) {
        if (dropped.size() < MAX_REASONS) {
            dropped.add(field.path() + " " + why + " and is left out: " + field.shown());
        }
        return OptionalLong.empty();
    }
}
