package dev.earshot.cli.terminal;

/** Numbers as a line of small bars. Stateless. */
public final class Sparkline {
    private static final String BARS = " ▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** The largest number of each column, of at most {@code most} columns of equal length. */
    public static double[] columns(double[] values, int most) {
        double[] highest = new double[Math.min(most, values.length)];
        for (int i = 0; i < values.length; i++) {
            int column = column(i, values.length, highest.length);
            highest[column] = Math.max(highest[column], values[i]);
        }
        return highest;
    }

    /** The column that a value is in. */
    public static int column(int index, int values, int columns) {
        return (int) ((long) index * columns / values);
    }

    /** Bars by the logarithm, so that the usual days can be seen beside the largest. */
    public static String of(double[] heights) {
        double top = 1;
        for (double height : heights) {
            top = Math.max(top, height);
        }
        var bars = new StringBuilder();
        for (double height : heights) {
            double share = Math.log1p(height) / Math.log1p(top);
            bars.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
        }
        return bars.toString();
    }
}
