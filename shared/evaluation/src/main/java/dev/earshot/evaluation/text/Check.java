package dev.earshot.evaluation.text;

import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.measure.Estimate;

import java.util.List;

/**
 * One figure of a check that is not a plain classification.
 *
 * @param name what is measured
 * @param data what it was measured on
 * @param items how many items
 * @param value in {@code unit}
 * @param interval 95 % interval of {@code value}
 * @param unit such as {@code % right}
 * @param wanted the target in words; empty if there is none
 */
public record Check(
        String name,
        String data,
        int items,
        double value,
        Interval interval,
        String unit,
        String wanted) {
    static Check of(
            String name, String data, int items, Estimate value, String unit, String wanted) {
        return new Check(name, data, items, value.value(), value.interval(), unit, wanted);
    }

    /**
     * The percentage of items that meet a condition.
     *
     * @param met whether each item meets it; at least one item
     */
    static Check share(String name, String data, List<Boolean> met, String unit, String wanted) {
        long count = met.stream().filter(each -> each).count();
        return of(
                name, data, met.size(), Estimate.share(count, met.size()).times(100), unit, wanted);
    }
}
