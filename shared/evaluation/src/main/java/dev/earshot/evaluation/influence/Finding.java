package dev.earshot.evaluation.influence;

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
    static Finding of(String what, Measures.Figure figure, String wanted, boolean met) {
        return new Finding(
                what,
                String.format(Locale.ROOT, "%.3f", figure.value()),
                String.format(Locale.ROOT, "%.3f to %.3f", figure.low(), figure.high()),
                wanted,
                met);
    }

    static Finding share(String what, int hits, int of, String wanted, boolean met) {
        Measures.Figure share = Measures.share(hits, of);
        return new Finding(
                what,
                String.format(Locale.ROOT, "%.1f %%", 100 * share.value()),
                String.format(
                        Locale.ROOT,
                        "%.1f to %.1f %%, n %d",
                        100 * share.low(),
                        100 * share.high(),
                        of),
                wanted,
                met);
    }

    /** A line that informs and can't fail. */
    static Finding note(String what, String figure, String interval) {
        return new Finding(what, figure, interval, "", true);
    }
}
