package dev.earshot.evaluation.trends;

import java.util.Random;

/** A law by which a planted series draws its counts. */
enum Law {
    /** A gamma-distributed rate each bucket. */
    NEGATIVE_BINOMIAL("negative binomial"),
    /**
     * Posts that bring about further posts in the next buckets; a like law was watched while
     * constants were chosen.
     */
    BURSTY("bursty (self-exciting)"),
    /** A rate with log-normal noise in each bucket; nothing was chosen on it. */
    LOG_NORMAL("log-normal rate");

    private static final double BRANCHING = 0.5;
    private static final double MEMORY = 0.8;

    private final String words;

    Law(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Draws a series; each call begins a new one. */
    Draw draw(Random random) {
        double shape = 3 + 7 * random.nextDouble();
        return switch (this) {
            case NEGATIVE_BINOMIAL -> mean -> poisson(mean * gamma(shape, random) / shape, random);
            case BURSTY -> new SelfExciting(random);
            case LOG_NORMAL ->
                    mean -> poisson(mean * Math.exp(0.35 * random.nextGaussian() - 0.06), random);
        };
    }

    /** The next count of a series. */
    @FunctionalInterface
    interface Draw {
        double next(double mean);
    }

    private static final class SelfExciting implements Draw {
        private final Random random;
        private double excited;

        SelfExciting(Random random) {
            this.random = random;
        }

        @Override
        public double next(double mean) {
            double count = poisson(mean * (1 - BRANCHING) + excited, random);
            excited = excited * MEMORY + count * BRANCHING * (1 - MEMORY);
            return count;
        }
    }

    static double poisson(double mean, Random random) {
        if (mean > 100) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }

    /** Marsaglia and Tsang (2000); below a shape of 1 by a power of a uniform variable. */
    static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0
                    && Math.log(1 - random.nextDouble())
                            < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
