package dev.earshot.engagement.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one unit of an effect cost.
 *
 * @param effect a post, a response, a thousand views or an extra mention, in these words
 * @param units how many there were; an estimate for extra mentions, counted for the others
 * @param cost of one, in the campaign's currency
 * @param low lower end of the 90 % interval of an estimate; empty where the units were counted
 * @param high upper end; empty where the units were counted, or where the effect may be none and
 *     the cost of one has no upper end
 */
public record CostPerEffect(
        String effect, double units, double cost, OptionalDouble low, OptionalDouble high) {
    static List<CostPerEffect> of(
            Campaign campaign, Outputs outputs, OutTakes outTakes, Optional<Impact> impact) {
        Optional<BigDecimal> total = campaign.cost();
        if (total.isEmpty()) {
            return List.of();
        }
        double cost = total.get().round(MathContext.DECIMAL64).doubleValue();
        List<CostPerEffect> costs = new ArrayList<>();
        counted("post", (double) outputs.posts(), cost).ifPresent(costs::add);
        counted("response", (double) outTakes.responses(), cost).ifPresent(costs::add);
        counted("thousand views", outTakes.views().orElse(0) / 1_000.0, cost).ifPresent(costs::add);
        impact.filter(CostPerEffect::shown)
                .map(shown -> estimated(shown, cost))
                .ifPresent(costs::add);
        return costs;
    }

    /** Whether there were more mentions than expected at all. */
    static boolean shown(Impact impact) {
        return impact.extra() > 0;
    }

    private static Optional<CostPerEffect> counted(String effect, double units, double cost) {
        return units > 0
                ? Optional.of(
                        new CostPerEffect(
                                effect,
                                units,
                                cost / units,
                                OptionalDouble.empty(),
                                OptionalDouble.empty()))
                : Optional.empty();
    }

    private static CostPerEffect estimated(Impact impact, double cost) {
        return new CostPerEffect(
                "extra mention",
                impact.extra(),
                cost / impact.extra(),
                OptionalDouble.of(cost / impact.extraHigh()),
                impact.extraLow() > 0
                        ? OptionalDouble.of(cost / impact.extraLow())
                        : OptionalDouble.empty());
    }
}
