package dev.earshot.evaluation.influence.world;

import java.util.SplittableRandom;

/**
 * The followers of one creator over time, all of them people: what grows steadily, and what a law's
 * {@link Law.Growth} adds in jumps. Whoever follows also sees the posts, so later posts get as much
 * more response; a bought follower brings none.
 */
final class Following {
    /** A post that spreads so many times as far as usual reaches people who do not follow yet. */
    private static final double SPREADS = 3;

    /** Share of those who see such a post that follow. */
    private static final double CONVERTED = .03;

    private static final double EVENTFUL = .35;

    private final Creator creator;
    private final Law.Growth growth;
    private final double[] factor = new double[World.DAYS];

    Following(Creator creator, Law.Growth growth, SplittableRandom random) {
        this.creator = creator;
        this.growth = growth;
        for (int day = 0; day < World.DAYS; day++) {
            factor[day] = Math.exp(creator.dailyGrowth() * day);
        }
        if (growth == Law.Growth.SURGES && random.nextDouble() < EVENTFUL) {
            surge(random);
        }
        if (growth == Law.Growth.EVENTS && random.nextDouble() < EVENTFUL) {
            int events = 1 + random.nextInt(2);
            for (int event = 0; event < events; event++) {
                grow(random.nextInt(World.DAYS), 1.1 + .9 * random.nextDouble());
            }
        }
    }

    double at(int day) {
        return creator.account().followers() * factor[day];
    }

    /** Lets those follow who saw a post. */
    void saw(int day, double views, double burst, SplittableRandom random) {
        if (growth == Law.Growth.SPREAD && burst > SPREADS) {
            double share = CONVERTED * Draws.lognormal(.5, random);
            grow(day + 1, 1 + share * views / at(day));
        }
    }

    /** Growth along a logistic curve of some weeks. */
    private void surge(SplittableRandom random) {
        double middle = World.DAYS * random.nextDouble();
        double width = 4 + 12 * random.nextDouble();
        double rise = .3 + .7 * random.nextDouble();
        for (int day = 0; day < World.DAYS; day++) {
            factor[day] *= Math.exp(rise / (1 + Math.exp((middle - day) / width)));
        }
    }

    private void grow(int from, double times) {
        for (int day = from; day < World.DAYS; day++) {
            factor[day] *= times;
        }
    }
}
