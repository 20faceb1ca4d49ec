package dev.earshot.trends.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How much more counts scatter than a Poisson law's: their variance is {@code mean + dispersion *
 * mean^2} (negative binomial). Estimated by moments from cut counts, weighted by what each says,
 * and shrunk to {@value #PRIOR}. Not thread-safe.
 */
final class Dispersion {
    private static final double PRIOR = 0.25;
    private static final double PRIOR_BUCKETS = 50;
    private static final double LEAST = 0.01;
    private static final Duration HALF_LIFE = Duration.ofDays(7);

    private final double decay;
    private double sum;
    private double weight;

    Dispersion(Duration bucket) {
        this.decay = Season.decay(bucket, HALF_LIFE);
    }

    double value() {
        return Math.max(LEAST, (sum + PRIOR_BUCKETS * PRIOR) / (weight + PRIOR_BUCKETS));
    }

    void learn(double posts, double expected) {
        double excess = (posts - expected) * (posts - expected) - expected;
        double said = 1 / Math.pow(1 + 1 / (value() * expected), 2);
        sum = sum * decay + said * excess / (expected * expected);
        weight = weight * decay + said;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(sum);
        out.writeDouble(weight);
    }

    void read(DataInput in) throws IOException {
        sum = in.readDouble();
        weight = in.readDouble();
    }
}
