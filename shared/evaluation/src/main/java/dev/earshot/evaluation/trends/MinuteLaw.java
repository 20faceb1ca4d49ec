package dev.earshot.evaluation.trends;

import java.util.Random;

/** A law by which a planted series draws its posts minute by minute. */
enum MinuteLaw {
    /** A gamma-distributed rate, the same for the five minutes of a bucket. */
    EVEN("negative binomial, even within a bucket"),
    /** A gamma-distributed rate anew each minute: the negative binomial process itself. */
    SPURTS("negative binomial by the minute"),
    /** Posts that bring about further posts in the next minutes. */
    BURSTY("bursty (self-exciting by the minute)"),
    /** A rate with log-normal noise that fades within minutes; nothing was chosen on it. */
    LOG_NORMAL("log-normal rate by the minute");

    static final int BUCKET = 5;

    private static final double BRANCHING = 0.5;
    private static final double MEMORY = 0.8;
    private static final double NOISE = 0.5;
    private static final double FADES = 0.7;

    private final String words;

    MinuteLaw(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Draws a series; each call begins a new one. */
    Law.Draw draw(Random random) {
        double shape = 3 + 7 * random.nextDouble();
        return switch (this) {
            case EVEN -> new Even(shape, random);
            case SPURTS ->
                    mean ->
                            Law.poisson(
                                    mean * Law.gamma(shape / BUCKET, random) * BUCKET / shape,
                                    random);
            case BURSTY -> new SelfExciting(random);
            case LOG_NORMAL -> new LogNormal(random);
        };
    }

    private static final class Even implements Law.Draw {
        private final double shape;
        private final Random random;
        private int minute;
        private double rate;

        Even(double shape, Random random) {
            this.shape = shape;
            this.random = random;
        }

        @Override
        public double next(double mean) {
            rate = minute++ % BUCKET == 0 ? Law.gamma(shape, random) / shape : rate;
            return Law.poisson(mean * rate, random);
        }
    }

    private static final class SelfExciting implements Law.Draw {
        private final Random random;
        private double excited;

        SelfExciting(Random random) {
            this.random = random;
        }

        @Override
        public double next(double mean) {
            double count = Law.poisson(mean * (1 - BRANCHING) + excited, random);
            excited = excited * MEMORY + count * BRANCHING * (1 - MEMORY);
            return count;
        }
    }

    private static final class LogNormal implements Law.Draw {
        private final Random random;
        private double noise;

        LogNormal(Random random) {
            this.random = random;
        }

        @Override
        public double next(double mean) {
            noise = FADES * noise + NOISE * Math.sqrt(1 - FADES * FADES) * random.nextGaussian();
            return Law.poisson(mean * Math.exp(noise - NOISE * NOISE / 2), random);
        }
    }
}
