package dev.earshot.trends.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How strong the evidence must be before somebody is told, from how strong it has been at this
 * series' earlier rises: real series have heavier tails than any law of counts, each its own. Peaks
 * over a threshold, with a Pareto tail by Hill's estimator and a prior: the bar is what comes once
 * in {@link #RETURN_DAYS}, at least a given one, and never more than the largest rise remembered,
 * whose memory fades. Not thread-safe.
 */
final class Tail {
    /**
     * For counts: {@code e^11.5}, about 100,000, so one false alert in at least 100,000 buckets if
     * the law were exact.
     */
    static final double LEAST_OF_COUNTS = 11.5;

    /** For shares, of which a brand has few: {@code e^9}, about 8,000. */
    static final double LEAST_OF_SHARES = 9;

    /** Rises from here on are remembered. */
    static final double REMEMBERED = 4.5;

    private static final double RETURN_DAYS = 13;
    private static final double PRIOR_RISES = 1.6;
    private static final double PRIOR_DAYS = 2.4;
    private static final double PRIOR_SHAPE = 0.7;
    private static final double PRIOR_SHAPE_RISES = 2.5;

    /** How much higher the bar is at the very beginning, when the season is unknown. */
    private static final double BEGINNER = 3;

    private static final Duration MEMORY = Duration.ofDays(28);
    private static final Duration RECORD_HALF_LIFE = Duration.ofDays(11);
    private static final double MILLIS_PER_DAY = 86_400_000;

    private final double bucketDays;
    private final double decay;
    private final double recordDecay;

    private double age;
    private double days;
    private double rises;
    private double logs;
    private double record;

    private final double least;

    /**
     * @param least logarithm of the evidence below which nobody is ever told
     */
    Tail(Duration bucket, double least) {
        this.least = least;
        this.bucketDays = bucket.toMillis() / MILLIS_PER_DAY;
        this.decay = Season.decay(bucket, MEMORY);
        this.recordDecay = Season.decay(bucket, RECORD_HALF_LIFE);
    }

    /** Logarithm of the evidence from which on somebody is told. */
    double bar() {
        double rate = (PRIOR_RISES + rises) / (PRIOR_DAYS + days);
        double shape = (PRIOR_SHAPE * PRIOR_SHAPE_RISES + logs) / (PRIOR_SHAPE_RISES + rises);
        double seldom = REMEMBERED * Math.pow(Math.max(1, rate * RETURN_DAYS), shape);
        double known = days < 1 ? seldom : Math.min(seldom, record);
        return Math.max(least, known) * (1 + BEGINNER * Math.exp(-age));
    }

    /** Logarithm of the evidence below which nobody is ever told. */
    double least() {
        return least;
    }

    /** A bucket has passed. */
    void pass() {
        age += bucketDays;
        days = days * decay + bucketDays;
        rises *= decay;
        logs *= decay;
        record *= recordDecay;
    }

    /** A rise is over. */
    void remember(double largestLog) {
        rises++;
        logs += Math.log(largestLog / REMEMBERED);
        record = Math.max(record, largestLog);
    }

    /** Days of data seen. */
    double age() {
        return age;
    }

    void write(DataOutput out) throws IOException {
        for (double value : new double[] {age, days, rises, logs, record}) {
            out.writeDouble(value);
        }
    }

    void read(DataInput in) throws IOException {
        age = in.readDouble();
        days = in.readDouble();
        rises = in.readDouble();
        logs = in.readDouble();
        record = in.readDouble();
    }
}
