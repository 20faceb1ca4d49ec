package dev.earshot.evaluation.influence.world;

import java.util.List;

/**
 * The hidden causes of one creator.
 *
 * @param quality ln of the ratio of its response per view to the usual one at its size
 * @param interests share of its words on each topic
 * @param people number of people who respond to it at least occasionally
 * @param dailyGrowth share of followers gained a day
 * @param stance what it says of its topic's brand
 * @param lift ln of the factor by which their brand mentions rise after it mentions a brand
 */
public record Creator(
        RawAccount account,
        double quality,
        List<Double> interests,
        int people,
        double dailyGrowth,
        Stance stance,
        double lift) {
    public Creator {
        interests = List.copyOf(interests);
    }

    /** Index of the topic that it writes about most. */
    public int topic() {
        int most = 0;
        for (int t = 1; t < interests.size(); t++) {
            most = interests.get(t) > interests.get(most) ? t : most;
        }
        return most;
    }

    /** What a creator says of the brand of its topic. */
    public enum Stance {
        SILENT,
        PRAISES,
        CRITICISES,
        /** Praises the brand's rival instead. */
        RIVAL
    }
}
