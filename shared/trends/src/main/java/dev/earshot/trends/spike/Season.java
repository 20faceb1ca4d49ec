package dev.earshot.trends.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How many posts a bucket usually has: a slow level, times a factor for the hour of the week that
 * is shrunk to the hour of the day and that to 1, times a small correction for the last hours. What
 * it learns is cut by its caller, so that spikes don't teach it. Times are UTC. Not thread-safe.
 */
final class Season {
    private static final int HOURS_OF_DAY = 24;
    private static final int HOURS_OF_WEEK = 168;

    /** Half-lives: of the level in time, of a factor in hours of its own, of the correction. */
    private static final Duration LEVEL_HALF_LIFE = Duration.ofDays(3);

    private static final double FACTOR_HALF_LIFE_HOURS = 4;
    private static final Duration LOCAL_HALF_LIFE = Duration.ofHours(3);

    /** Hours of data that the parent of an hour-of-week and of an hour-of-day factor weighs. */
    private static final double WEEK_PRIOR_HOURS = 2;

    private static final double DAY_PRIOR_HOURS = 2.5;

    /** Precision of the belief that the last hours are as usual. */
    private static final double LOCAL_PRIOR = 3;

    /** The correction stays within this factor where the season is known. */
    private static final double LOCAL_LIMIT = 1.35;

    /** Nor does it fall below this one, or the end of a quiet weekend would look like a rise. */
    private static final double LEAST_LOCAL = 1 / 1.1;

    /** Hours after which half of what an hour of the day, or of the week, may hide is known. */
    private static final double KNOWN_HOURS = 1.5;

    private static final double KNOWN_WEEK_HOURS = 1;

    /** How much an hour of the week may hide where its day's hour is known. */
    private static final double WEEK_HIDES = 0.3;

    private static final double LEAST_LEVEL = 0.05;
    private static final double LEAST_EXPECTED = 0.02;

    private final double bucketHours;
    private final double levelDecay;
    private final double factorDecay;
    private final double localDecay;

    private double levelSum;
    private double levelWeight;
    private double localSum;
    private double localWeight;
    private double keptLevel = 1;
    private double keptFactor = 1;
    private int keptHour;
    private final float[] factorSum = new float[HOURS_OF_WEEK];
    private final float[] factorWeight = new float[HOURS_OF_WEEK];

    Season(Duration bucket) {
        this.bucketHours = bucket.toMillis() / 3_600_000.0;
        this.levelDecay = decay(bucket, LEVEL_HALF_LIFE);
        this.factorDecay = Math.pow(0.5, bucketHours / FACTOR_HALF_LIFE_HOURS);
        this.localDecay = decay(bucket, LOCAL_HALF_LIFE);
    }

    static double decay(Duration step, Duration halfLife) {
        return Math.pow(0.5, (double) step.toMillis() / halfLife.toMillis());
    }

    /** The long-run mean of a bucket. */
    double level() {
        return levelWeight == 0 ? 1 : Math.max(LEAST_LEVEL, levelSum / levelWeight);
    }

    /** Expected posts of a bucket that begins at that second. */
    double expected(long epochSecond) {
        return Math.max(LEAST_EXPECTED, usual(epochSecond) * local(epochSecond));
    }

    /**
     * What a rise is measured against: the expected number without what the rise itself has taught
     * since {@link #keep} was last called. Asked once a bucket, before it is learned.
     */
    double baseline(long epochSecond) {
        int hour = hourOfWeek(epochSecond);
        if (hour != keptHour) {
            keptHour = hour;
            keptFactor = factor(hour);
        }
        return Math.max(LEAST_EXPECTED, keptLevel * keptFactor);
    }

    /** Keeps what is usual now, before a rise begins. */
    void keep(long epochSecond) {
        keptLevel = level() * local(epochSecond);
        keptHour = hourOfWeek(epochSecond);
        keptFactor = factor(keptHour);
    }

    private double local(long epochSecond) {
        double unknown = unknown(epochSecond);
        double prior = LOCAL_PRIOR / (1 + 6 * unknown);
        double hidden = WEEK_HIDES / (1 + factorWeight[hourOfWeek(epochSecond)] / KNOWN_WEEK_HOURS);
        double limit = LOCAL_LIMIT * Math.exp(Math.max(unknown, hidden));
        double local = (prior + localSum) / (prior + localWeight);
        return Math.max(LEAST_LOCAL, Math.min(limit, local));
    }

    private double usual(long epochSecond) {
        return level() * factor(hourOfWeek(epochSecond));
    }

    /** 1 for an hour of the day that was never seen, near 0 for one seen for days. */
    private double unknown(long epochSecond) {
        int hour = hourOfWeek(epochSecond) % HOURS_OF_DAY;
        double seen = 0;
        for (int h = hour; h < HOURS_OF_WEEK; h += HOURS_OF_DAY) {
            seen += factorWeight[h];
        }
        return 1 / (1 + seen / KNOWN_HOURS);
    }

    private double factor(int hour) {
        double sum = 0;
        double weight = 0;
        for (int h = hour % HOURS_OF_DAY; h < HOURS_OF_WEEK; h += HOURS_OF_DAY) {
            sum += factorSum[h];
            weight += factorWeight[h];
        }
        double ofDay = (DAY_PRIOR_HOURS + sum) / (DAY_PRIOR_HOURS + weight);
        return (WEEK_PRIOR_HOURS * ofDay + factorSum[hour])
                / (WEEK_PRIOR_HOURS + factorWeight[hour]);
    }

    /**
     * Learns a bucket.
     *
     * @param posts its posts, cut to what is usual
     * @param expected as {@link #expected} said before
     * @param dispersion of the counts, as {@link Dispersion} says
     */
    void learn(long epochSecond, double posts, double expected, double dispersion) {
        int hour = hourOfWeek(epochSecond);
        double factor = factor(hour);
        if (levelWeight == 0) {
            // Nothing is known of the level yet, so the first bucket can't stand out from it.
            levelSum = posts / factor;
            levelWeight = 1;
            return;
        }
        double usual = Math.max(LEAST_EXPECTED, level() * factor);
        double precision = 1 / (1 / expected + dispersion);
        localSum = localSum * localDecay + precision * posts / usual;
        localWeight = localWeight * localDecay + precision;
        levelSum = levelSum * levelDecay + posts / factor;
        levelWeight = levelWeight * levelDecay + 1;
        factorSum[hour] = (float) (factorSum[hour] * factorDecay + bucketHours * posts / level());
        factorWeight[hour] = (float) (factorWeight[hour] * factorDecay + bucketHours);
    }

    /** Forgets what the last hours were like, as after a gap. */
    void forgetLastHours() {
        localSum = 0;
        localWeight = 0;
    }

    private static int hourOfWeek(long epochSecond) {
        return (int) Math.floorMod(Math.floorDiv(epochSecond, 3600L), (long) HOURS_OF_WEEK);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(levelSum);
        out.writeDouble(levelWeight);
        out.writeDouble(localSum);
        out.writeDouble(localWeight);
        out.writeDouble(keptLevel);
        out.writeDouble(keptFactor);
        out.writeInt(keptHour);
        for (int h = 0; h < HOURS_OF_WEEK; h++) {
            out.writeFloat(factorSum[h]);
            out.writeFloat(factorWeight[h]);
        }
    }

    void read(DataInput in) throws IOException {
        levelSum = in.readDouble();
        levelWeight = in.readDouble();
        localSum = in.readDouble();
        localWeight = in.readDouble();
        keptLevel = in.readDouble();
        keptFactor = in.readDouble();
        keptHour = in.readInt();
        for (int h = 0; h < HOURS_OF_WEEK; h++) {
            factorSum[h] = in.readFloat();
            factorWeight[h] = in.readFloat();
        }
    }
}
