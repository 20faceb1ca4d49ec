package dev.earshot.engagement.cases;

import java.util.List;
import java.util.Locale;

/**
 * How soon a case should be looked at.
 *
 * @param points the sum over the reasons
 * @param reasons what counted, in plain words, greatest first
 */
public record Priority(Level level, int points, List<Reason> reasons) {
    public Priority {
        reasons = List.copyOf(reasons);
    }

    /** From the reasons; the bounds are {@link Level}'s. */
    static Priority of(List<Reason> reasons) {
        int points = reasons.stream().mapToInt(Reason::points).sum();
        return new Priority(
                Level.of(points),
                points,
                reasons.stream()
                        .sorted(
                                java.util.Comparator.comparingInt(
                                        reason -> -Math.abs(reason.points())))
                        .toList());
    }

    /**
     * One thing that counted.
     *
     * @param points what it adds; below zero where it speaks against haste
     */
    public record Reason(String why, int points) {}

    /** Four levels, the most urgent first. */
    public enum Level {
        URGENT(60),
        HIGH(40),
        NORMAL(20),
        LOW(Integer.MIN_VALUE);

        private final int from;

        Level(int from) {
            this.from = from;
        }

        static Level of(int points) {
            for (Level level : values()) {
                if (points >= level.from) {
                    return level;
                }
            }
            return LOW;
        }

        /** The name used in keys and JSON: lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
