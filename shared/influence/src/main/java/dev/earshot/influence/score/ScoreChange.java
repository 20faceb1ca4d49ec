package dev.earshot.influence.score;

import dev.earshot.influence.statistics.Normal;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why a score changed: the difference of two scores, split exactly over the components.
 *
 * <p>The score is a percentile of a sum over the components ({@link Total}). Each component's part
 * of the change of that sum, times the mean slope {@code (S1 - S0) / (sum1 - sum0)}, is its part in
 * points: the parts sum to {@code S1 - S0} without residual, whichever of the two comes first (the
 * mean Divisia index, Ang 2004).
 *
 * @param from time of the earlier score
 * @param to time of the later score
 * @param difference the later score minus the earlier one
 * @param parts one per component, the largest movement first; they sum to {@code difference} within
 *     1e-9
 */
public record ScoreChange(Instant from, Instant to, double difference, List<Part> parts) {
    public ScoreChange {
        parts = List.copyOf(parts);
    }

    /**
     * One component's part of the change.
     *
     * @param points its contribution to the change, in points of the score
     * @param before the component's value in the earlier score
     * @param after its value in the later score
     * @param reason the component's first reason in the later score
     */
    public record Part(
            Component.Name name, double points, double before, double after, String reason) {}

    /** The change from one score to another of the same author and brand. */
    public static ScoreChange between(InfluencerScore before, InfluencerScore after) {
        if (!before.author().equals(after.author()) || !before.brandId().equals(after.brandId())) {
            throw new IllegalArgumentException(
                    "both scores must be of the same author and brand, got "
                            + before.brandId()
                            + " and "
                            + after.brandId());
        }
        double difference = after.score() - before.score();
        Map<Component.Name, Double> moves = new EnumMap<>(Component.Name.class);
        double sum = 0;
        for (Component.Name name : Component.Name.values()) {
            double move = worth(after.component(name)) - worth(before.component(name));
            moves.put(name, move);
            sum += move;
        }
        double scale = Math.abs(sum) < 1e-12 ? 0 : difference / sum;
        List<Part> parts =
                moves.entrySet().stream()
                        .map(
                                e -> {
                                    Component was = before.component(e.getKey());
                                    Component is = after.component(e.getKey());
                                    return new Part(
                                            e.getKey(),
                                            e.getValue() * scale,
                                            was.value(),
                                            is.value(),
                                            is.reasons().isEmpty() ? "" : is.reasons().getFirst());
                                })
                        .sorted(Comparator.comparingDouble(part -> -Math.abs(part.points())))
                        .toList();
        return new ScoreChange(before.asOf(), after.asOf(), difference, parts);
    }

    private static double worth(Component component) {
        return component.weight() * Normal.quantile(component.value() / 100);
    }
}
