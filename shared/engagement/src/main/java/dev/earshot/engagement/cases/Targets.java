package dev.earshot.engagement.cases;

import dev.earshot.core.FieldException;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Within which working time a case is to be answered first, and resolved.
 *
 * @param firstResponse by priority, all of them present
 * @param resolution likewise
 */
public record Targets(
        Map<Priority.Level, Duration> firstResponse, Map<Priority.Level, Duration> resolution) {
    // Before what is made with it.
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Choices for a team that has not made its own. */
    public static final Targets STANDARD = new Targets(levels(1, 4, 8, 24), levels(8, 24, 40, 80));

    public Targets {
        firstResponse = checked("firstResponse", firstResponse);
        resolution = checked("resolution", resolution);
    }

    private static Map<Priority.Level, Duration> checked(
            String field, Map<Priority.Level, Duration> targets) {
        var copy = new EnumMap<Priority.Level, Duration>(Priority.Level.class);
        for (Priority.Level level : Priority.Level.values()) {
            Duration target = targets.get(level);
            if (target == null
                    || target.compareTo(Duration.ofMinutes(1)) < 0
                    || target.compareTo(LONGEST) > 0) {
                throw new FieldException(
                        field + "." + level.key(),
                        "must lie between PT1M and P365D, got " + target);
            }
            copy.put(level, target);
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Map<Priority.Level, Duration> levels(int urgent, int high, int normal, int low) {
        return Map.of(
                Priority.Level.URGENT, Duration.ofHours(urgent),
                Priority.Level.HIGH, Duration.ofHours(high),
                Priority.Level.NORMAL, Duration.ofHours(normal),
                Priority.Level.LOW, Duration.ofHours(low));
    }
}
