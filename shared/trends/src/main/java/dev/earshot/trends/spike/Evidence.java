package dev.earshot.trends.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Evidence that a series has begun to rise, as an e-detector (Shin, Ramdas and Rinaldo,
 * "E-detectors: a nonparametric framework for sequential change detection", 2022): for each of a
 * few sizes of rise the Shiryaev-Roberts sum of likelihood ratios, and their mean. While nothing
 * rises, an e-detector reaches {@code e} on average no sooner than after {@code e} buckets,
 * whatever the dependence on what came before. Kept as logarithms. Not thread-safe.
 */
public final class Evidence {
    /** The sizes of a rise that are looked for in a series. */
    static final double[] RISES = {2, 3, 5, 10};

    private static final double NONE = -1e9;

    /** Above it, adding 1 changes nothing. */
    private static final double LARGE = 30;

    private final double[] logs;

    /**
     * @param rises how many sizes of a rise are looked for
     */
    public Evidence(int rises) {
        this.logs = new double[rises];
        forget();
    }

    /**
     * Takes a bucket.
     *
     * @param logRatios for each size of a rise the logarithm of the likelihood ratio
     * @return logarithm of the evidence
     */
    public double add(double[] logRatios) {
        for (int i = 0; i < logs.length; i++) {
            double kept = logs[i] > LARGE ? logs[i] : Math.log1p(Math.exp(logs[i]));
            logs[i] = kept + logRatios[i];
        }
        return log();
    }

    /** Logarithm of the mean over the sizes. */
    public double log() {
        double largest = Arrays.stream(logs).max().orElse(NONE);
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / logs.length);
    }

    /** The most that {@link #log} can be after buckets whose largest ratios add up to this. */
    double most(double gains) {
        return Math.max(0, Arrays.stream(logs).max().orElse(NONE)) + gains;
    }

    /** The most that a bucket adds to {@link #most}. */
    static double gain(double[] logRatios) {
        return Math.max(0, Arrays.stream(logRatios).max().orElse(0)) + Math.log(2);
    }

    /** Begins anew. */
    void forget() {
        Arrays.fill(logs, NONE);
    }

    /** Writes what is remembered. */
    public void write(DataOutput out) throws IOException {
        for (double log : logs) {
            out.writeDouble(log);
        }
    }

    /** Reads what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < logs.length; i++) {
            logs[i] = in.readDouble();
        }
    }
}
