package dev.earshot.evaluation.influence.world;

import java.util.SplittableRandom;

/** Random draws that the platform's generator lacks. Stateless. */
public final class Draws {
    private Draws() {}

    /** A count with that mean; a rounded normal where the mean is large. */
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

    /** A normal draw (Box and Muller 1958). */
    public static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** exp of a normal draw with that spread around 0. */
    public static double lognormal(double sigma, SplittableRandom random) {
        return Math.exp(sigma * normal(random));
    }
}
