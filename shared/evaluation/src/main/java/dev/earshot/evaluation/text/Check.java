package dev.earshot.evaluation.text;

import dev.earshot.evaluation.measure.Interval;

/**
 * One figure of a check that is no plain classification.
 *
 * @param name what is measured
 * @param data on what
 * @param items how many items
 * @param value in {@code unit}
 * @param interval 90 % interval of {@code value}
 * @param unit such as {@code % right}
 * @param wanted what is asked of it, in words
 */
public record Check(
        String name,
        String data,
        int items,
        double value,
        Interval interval,
        String unit,
        String wanted) {}
