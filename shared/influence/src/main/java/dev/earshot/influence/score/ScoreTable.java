package dev.earshot.influence.score;

import java.time.Duration;
import java.util.Map;

/**
 * The settings of the score, in one versioned table. A score names the version it was computed
 * with; changing a constant makes a new version. The README explains where the values come from:
 * planted worlds and the papers named at each value, never a benchmark of another product.
 *
 * @param version changes with any value below
 * @param weights exponents of the geometric mean; they sum to 1
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

    /** Minimum value of a component, of 100, so that the logarithm exists. */
    public static final double FLOOR = 1;

    /** A response within this time after the post counts as early. */
    public static final Duration EARLY = Duration.ofMinutes(30);

    /** Maximum number of posts that a component lists as evidence. */
    public static final int EVIDENCE = 5;

    /** The table in force. */
    public static final ScoreTable CURRENT =
            new ScoreTable(
                    "2026.11.1",
                    Map.of(
                            Component.Name.ENGAGEMENT, .25,
                            Component.Name.AUTHENTICITY, .20,
                            Component.Name.ALIGNMENT, .20,
                            Component.Name.AUTHORITY, .10,
                            Component.Name.AUDIENCE, .15,
                            Component.Name.IMPACT, .10),
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

    /** The exponent of a component. */
    public double weight(Component.Name name) {
        return weights.getOrDefault(name, 0.0);
    }
}
