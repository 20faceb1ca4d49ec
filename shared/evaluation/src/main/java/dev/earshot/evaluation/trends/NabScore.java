package dev.earshot.evaluation.trends;

import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015; NAB 1.1), re-implemented: in
 * each labelled window the earliest alert counts, the more the earlier; an alert outside costs,
 * less just after a window; the first 15 % of a series, at most 750 rows, count for nothing. Alerts
 * are taken as they are; no threshold is looked for, which NAB's own runs do. Sums of several
 * series may be added.
 *
 * @param earned sum over windows: up to 1 for one that was found, -1 for one that was missed
 * @param strayed sum over alerts outside of windows, each between -1 and 1, mostly -1
 * @param found windows with an alert
 * @param windows all windows
 * @param strays alerts outside of windows
 */
public record NabScore(double earned, double strayed, int found, int windows, int strays) {
    /** Weights of a false alert in NAB's profiles. */
    static final double STANDARD = 0.11;

    static final double LOW_FALSE_POSITIVES = 0.22;

    private static final double PROBATION = 0.15;
    private static final int MOST_PROBATION = 750;

    /** Nothing scored. */
    static final NabScore NONE = new NabScore(0, 0, 0, 0, 0);

    /**
     * A labelled window of rows.
     *
     * @param last the last row, included
     */
    public record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    /**
     * Scores one series.
     *
     * @param windows in order, without overlap
     */
    static NabScore of(boolean[] alerts, List<Window> windows) {
        int begin = (int) Math.min(Math.floor(PROBATION * alerts.length), MOST_PROBATION);
        double earned = 0;
        int found = 0;
        for (Window window : windows) {
            double best = best(alerts, window, begin);
            found += best > -1 ? 1 : 0;
            earned += best;
        }
        double strayed = 0;
        int strays = 0;
        for (int row = begin; row < alerts.length; row++) {
            if (alerts[row] && outside(row, windows)) {
                strays++;
                strayed += stray(row, windows);
            }
        }
        return new NabScore(earned, strayed, found, windows.size(), strays);
    }

    private static double best(boolean[] alerts, Window window, int begin) {
        for (int row = Math.max(begin, window.first()); row <= window.last(); row++) {
            if (alerts[row]) {
                double left = (double) (window.last() - row + 1) / window.width();
                return sigmoid(-left) / sigmoid(-1);
            }
        }
        return -1;
    }

    private static boolean outside(int row, List<Window> windows) {
        return windows.stream().noneMatch(w -> w.first() <= row && row <= w.last());
    }

    private static double stray(int row, List<Window> windows) {
        return windows.stream()
                .filter(window -> window.last() < row)
                .reduce((earlier, later) -> later)
                .map(w -> sigmoid((double) (row - w.last()) / (w.width() - 1)))
                .orElse(-1.0);
    }

    /** 1 long before the end of a window, -1 long after it. */
    static double sigmoid(double position) {
        return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }

    NabScore plus(NabScore other) {
        return new NabScore(
                earned + other.earned,
                strayed + other.strayed,
                found + other.found,
                windows + other.windows,
                strays + other.strays);
    }

    /** 100 for a perfect detector, 0 for one that is always silent. */
    double normalised(double falseAlertWeight) {
        return 100 * (earned + falseAlertWeight * strayed + windows) / (2 * windows);
    }
}
