package dev.earshot.influence.score;

import java.time.Duration;
import java.util.Map;

/**
 * The settings of the score, in one versioned table. A score names the version it was computed
 * with; changing a constant makes a new version. The README explains where the values come from:
 * planted worlds and the papers named at each value, never a benchmark of another product.
 *
 * @param version changes with any value below
 * @param weights of the components in the total; they sum to 1
 * @param halfLife age at which a post counts one half
 * @param windowDays posts older than this do not count; after four half-lives 1/16 is left
 * @param maxPosts maximum number of posts used, newest first
 * @param maxInteractions maximum number of responses used in each direction, newest first
 */
public record ScoreTable(
        String version,
        Map<Component.Name, Double> weights,
        Duration halfLife,
        int windowDays,
        int maxPosts,
        int maxInteractions) {
    /**
     * Confidence level of the intervals of the score and its components; all other intervals are at
     * 95 %.
     */
    public static final double CONFIDENCE = .9;

    /** Minimum value of a component, of 100: the hundredth part of the peers. */
    public static final double FLOOR = 1;

    /** Maximum value of a component, of 100. */
    public static final double CEILING = 99;

    /** A response within this time after the post counts as early. */
    public static final Duration EARLY = Duration.ofMinutes(30);

    /** Maximum number of posts that a component lists as evidence. */
    public static final int EVIDENCE = 5;

    /** The table in force. */
    public static final ScoreTable CURRENT =
            new ScoreTable(
                    "2026.12.1.1",
                    Map.of(
                            Component.Name.ENGAGEMENT, .17,
                            Component.Name.AUDIENCE, .15,
                            Component.Name.ALIGNMENT, .34,
                            Component.Name.STANCE, .19,
                            Component.Name.AUTHENTICITY, .15,
                            Component.Name.IMPACT, .0,
                            Component.Name.AUTHORITY, .0),
                    Duration.ofDays(90),
                    360,
                    400,
                    2_000);

    public ScoreTable {
        weights = Map.copyOf(weights);
        double sum = 0;
        for (Component.Name name : Component.Name.values()) {
            sum += weights.getOrDefault(name, 0.0);
        }
        if (!(Math.abs(sum - 1) < 1e-9)) {
            throw new IllegalArgumentException("weights must sum to 1, got " + sum);
        }
    }

    /** The weight of a component that has evidence. */
    public double weight(Component.Name name) {
        return weights.getOrDefault(name, 0.0);
    }

    /** Standard deviation of the total's sum if all components were independent of each other. */
    public double scale() {
        double squares = 0;
        for (Component.Name name : Component.Name.values()) {
            squares += weight(name) * weight(name);
        }
        return Math.sqrt(squares);
    }
}
