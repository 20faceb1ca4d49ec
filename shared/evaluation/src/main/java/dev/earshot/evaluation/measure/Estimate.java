package dev.earshot.evaluation.measure;

import dev.earshot.core.statistics.Interval;

/** A measured value and its 95 % interval, in the same unit. */
public record Estimate(double value, Interval interval) {
    /**
     * A share in [0, 1] of independent items, with its Wilson interval.
     *
     * @param count number of items that have the property
     * @param total number of items, at least 1
     */
    public static Estimate share(long count, long total) {
        return new Estimate((double) count / total, Interval.wilson(count, total));
    }

    /** The estimate multiplied by a factor: 100 turns a share into per cent. */
    public Estimate times(double factor) {
        return new Estimate(
                factor * value, new Interval(factor * interval.low(), factor * interval.high()));
    }
}
