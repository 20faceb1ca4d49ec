package dev.earshot.influence.score;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why a score changed: the difference of two scores, split exactly over the six components.
 *
 * <p>The score is {@code S = 100 * prod (v_k / 100)^w_k}, so {@code ln S1 - ln S0} is a sum over
 * components. Multiplied by the logarithmic mean {@code L = (S1 - S0) / (ln S1 - ln S0)} it becomes
 * a sum that equals {@code S1 - S0}: the logarithmic mean Divisia index (Ang 2004), which leaves no
 * residual and does not depend on the order of the two.
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
        Map<Component.Name, Double> logs = new EnumMap<>(Component.Name.class);
        double sum = 0;
        for (Component.Name name : Component.Name.values()) {
            double log = log(after.component(name)) - log(before.component(name));
            logs.put(name, log);
            sum += log;
        }
        // As the sum approaches 0, the logarithmic mean approaches the score itself.
        double scale = Math.abs(sum) < 1e-12 ? after.score() : difference / sum;
        List<Part> parts =
                logs.entrySet().stream()
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

    private static double log(Component component) {
        return component.weight() * Math.log(Math.max(component.value(), ScoreTable.FLOOR) / 100);
    }
}
