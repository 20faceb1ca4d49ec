package dev.earshot.evaluation.influence.world;

import java.util.SplittableRandom;

/** Random distributions that the JDK's generators lack. Stateless. */
public final class Draws {
    private Draws() {}

    /** A Poisson draw; a rounded normal draw for a large mean. */
    public static long poisson(double mean, SplittableRandom random) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /**
     * The size of a cascade: immigrants, and the offspring of each generation, as a Hawkes process
     * has in the end.
     *
     * @param branching offspring of each response, below 1
     */
    static long cascade(double mean, double branching, SplittableRandom random) {
        long generation = poisson(mean * (1 - branching), random);
        long count = 0;
        while (generation > 0) {
            count += generation;
            generation = poisson(branching * generation, random);
        }
        return count;
    }

    /** A normal draw (Box and Muller 1958). */
    public static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** A lognormal draw with median 1. */
    public static double lognormal(double sigma, SplittableRandom random) {
        return Math.exp(sigma * normal(random));
    }
}
