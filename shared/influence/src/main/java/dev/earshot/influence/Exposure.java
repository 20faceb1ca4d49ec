package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the responses of a platform's creators are counted per. A platform has one unit, the first
 * that most of its creators state; followers come first, since an author can withhold views but
 * hardly followers.
 */
enum Exposure {
    FOLLOWERS,
    VIEWS,
    POSTS;

    /** An author's exposure in this unit. */
    private OptionalDouble in(AuthorSummary author) {
        return switch (this) {
            case FOLLOWERS -> author.measure(Measure.FOLLOWER_EXPOSURE);
            case VIEWS -> author.measure(Measure.VIEW_EXPOSURE);
            case POSTS -> author.measure(Measure.WEIGHT);
        };
    }

    /**
     * Converts what an author states into the unit of its platform.
     *
     * @param units how much of the unit stands for one of another, at the bound that disadvantages
     *     the author
     */
    record Scale(Exposure unit, Map<Exposure, Double> units) {
        /** An author's exposure; above 0 for one that is measured. */
        double of(AuthorSummary author) {
            for (Exposure known : Exposure.values()) {
                OptionalDouble value = known.in(author);
                Double worth = units.get(known);
                if (worth != null
                        && known.compareTo(unit) >= 0
                        && value.isPresent()
                        && value.getAsDouble() > 0) {
                    return value.getAsDouble() * worth;
                }
            }
            throw new IllegalArgumentException(
                    "nothing is measured of " + author.author().pseudonym());
        }
    }

    static Scale scale(List<AuthorSummary> pool) {
        List<AuthorSummary> measured = pool.stream().filter(Rates::isMeasured).toList();
        Exposure unit = unit(measured);
        Map<Exposure, Double> units = new EnumMap<>(Exposure.class);
        for (Exposure other : values()) {
            double[] ratios =
                    measured.stream()
                            .filter(a -> unit.in(a).isPresent() && other.in(a).isPresent())
                            .mapToDouble(
                                    a ->
                                            unit.in(a).getAsDouble()
                                                    / Math.max(
                                                            Constants.EXPOSURE_MIN,
                                                            other.in(a).getAsDouble()))
                            .toArray();
            if (other == unit) {
                units.put(other, 1.0);
            } else if (ratios.length > 0) {
                units.put(other, Robust.quantile(ratios, Constants.EXPOSURE_BOUND));
            }
        }
        return new Scale(unit, units);
    }

    private static Exposure unit(List<AuthorSummary> measured) {
        for (Exposure unit : values()) {
            long known = measured.stream().filter(a -> unit.in(a).isPresent()).count();
            if (2 * known >= Math.max(1, measured.size())) {
                return unit;
            }
        }
        return POSTS;
    }
}
