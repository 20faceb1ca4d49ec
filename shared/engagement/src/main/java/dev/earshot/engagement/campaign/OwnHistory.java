package dev.earshot.engagement.campaign;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far a brand's mentions in some days lie from what its own days before would give: an
 * interrupted time series. The days are compared with the mean of the {@value #BASE} before them,
 * and so is every window of the same length in the year before, when nothing was planned: the size
 * of those differences tells how sure this one is. It is weaker evidence than a comparison with
 * other brands, since whatever else happened in these days counts as the campaign's.
 *
 * <p>The interval takes the placebos' root mean square, a t quantile with as many degrees of
 * freedom as there are windows beside one another, and so depends on no law of counts. On days
 * without any campaign under five laws (plain, overdispersed, drifting, growing, bursts with heavy
 * tails) it held nought in 88 to 99 of 100 runs. Stateless.
 *
 * @param log ln of the ratio of mentions to those expected
 * @param low lower end of its 90 % interval
 * @param high upper end
 * @param placeboP share of the placebos with a difference as large
 * @param placebos how many windows there were
 */
record OwnHistory(
        double log,
        double low,
        double high,
        double placeboP,
        int placebos,
        double mentions,
        double expected) {
    /** Days whose mean is what is expected of those that follow. */
    static final int BASE = 28;

    /** Windows beside one another that there must be. */
    static final int LEAST_WINDOWS = 3;

    /** Mentions in the days before that there must be. */
    static final int LEAST_MENTIONS = 20;

    private static final double HALF = 0.5;

    /** 95 % of a normal law. */
    private static final double Z = 1.6448536;

    /**
     * An estimate; empty where the past is too short or too quiet.
     *
     * @param days mentions a day
     * @param judged how many at the end are the campaign's
     */
    static Optional<OwnHistory> of(double[] days, int judged) {
        int start = days.length - judged;
        int windows = judged == 0 ? 0 : (start - BASE) / judged;
        double before = Arrays.stream(days, 0, Math.max(0, start)).sum();
        if (windows < LEAST_WINDOWS || before < LEAST_MENTIONS) {
            return Optional.empty();
        }
        double own = ratio(days, start, judged);
        double squares = 0;
        int asFar = 1;
        int placebos = start - judged - BASE + 1;
        for (int at = BASE; at <= start - judged; at++) {
            double placebo = ratio(days, at, judged);
            squares += placebo * placebo;
            asFar += Math.abs(placebo) >= Math.abs(own) ? 1 : 0;
        }
        double width =
                student(windows) * Math.sqrt(squares / placebos) * Math.sqrt(1 + 1.0 / windows);
        return Optional.of(
                new OwnHistory(
                        own,
                        own - width,
                        own + width,
                        (double) asFar / (placebos + 1),
                        placebos,
                        Arrays.stream(days, start, days.length).sum(),
                        expected(days, start, judged)));
    }

    private static double ratio(double[] days, int at, int length) {
        double seen = Arrays.stream(days, at, at + length).sum();
        return Math.log((seen + HALF) / (expected(days, at, length) + HALF));
    }

    private static double expected(double[] days, int at, int length) {
        return Arrays.stream(days, at - BASE, at).sum() / BASE * length;
    }

    /**
     * The 95 % quantile of Student's t, by the expansion of Abramowitz and Stegun 26.7.5: 2.35 at 3
     * degrees of freedom, where the exact value is 2.353.
     */
    static double student(int freedom) {
        double z = Z;
        double one = (Math.pow(z, 3) + z) / 4;
        double two = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
        double three =
                (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z) / 384;
        return z + one / freedom + two / Math.pow(freedom, 2) + three / Math.pow(freedom, 3);
    }

    /** The number of mentions that was expected, if the log-ratio is that. */
    double expectedAt(double ratio) {
        return Math.max(0, (mentions + HALF) / Math.exp(ratio) - HALF);
    }
}
