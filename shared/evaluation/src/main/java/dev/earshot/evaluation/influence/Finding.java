package dev.earshot.evaluation.influence;

import dev.earshot.evaluation.measure.Estimate;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured, and on what
 * @param figure as people read it
 * @param interval of the figure; empty where it has none
 * @param wanted what it should be; empty where it only informs
 * @param met whether it is
 */
public record Finding(String what, String figure, String interval, String wanted, boolean met) {
    static Finding of(String what, Estimate estimate, String wanted, boolean met) {
        return new Finding(
                what,
                String.format(Locale.ROOT, "%.3f", estimate.value()),
                String.format(
                        Locale.ROOT,
                        "%.3f to %.3f",
                        estimate.interval().low(),
                        estimate.interval().high()),
                wanted,
                met);
    }

    static Finding share(String what, int hits, int of, String wanted, boolean met) {
        Estimate percent = Estimate.share(hits, of).times(100);
        return new Finding(
                what,
                String.format(Locale.ROOT, "%.1f %%", percent.value()),
                String.format(
                        Locale.ROOT,
                        "%.1f to %.1f %%, n %d",
                        percent.interval().low(),
                        percent.interval().high(),
                        of),
                wanted,
                met);
    }

    /** A line that informs and can't fail. */
    static Finding note(String what, String figure, String interval) {
        return new Finding(what, figure, interval, "", true);
    }
}
