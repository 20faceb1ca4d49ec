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
 * Reads public counts and the like, which a post can do without. What is no sensible value (not a
 * number, negative, beyond belief, an account opened in the future) is left out with its reason,
 * and the post is kept. For one thread.
 */
final class Metrics {
    /** No account or post has come near it: the world has 8e9 people. */
    private static final long BEYOND_BELIEF = 1_000_000_000_000L;

    /** How far a clock may be ahead. */
    private static final Duration SKEW = Duration.ofDays(1);

    private static final int MAX_REASONS = 16;

    private final List<String> dropped = new ArrayList<>();

    /** Begins a record. */
    void begin() {
        dropped.clear();
    }

    /** What was left out of this record, each as path and reason. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** A count of 0 or more; empty if it is absent or senseless. */
    OptionalLong count(Field field) {
        return bounded(field, false);
    }

    /** A sum of votes for and against; below 0 counts as 0. */
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

    private OptionalLong drop(Field field, String why) {
        if (dropped.size() < MAX_REASONS) {
            dropped.add(field.path() + " " + why + " and is left out: " + field.shown());
        }
        return OptionalLong.empty();
    }
}
