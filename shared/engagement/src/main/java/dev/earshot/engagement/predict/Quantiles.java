package dev.earshot.engagement.predict;

/**
 * A prediction of log(1 + responses).
 *
 * @param low the 10 % quantile
 * @param high the 90 % quantile
 */
public record Quantiles(double low, double median, double high) {
    /** The mean pinball loss of the three at 10, 50 and 90 %. */
    double pinball(double target) {
        return (pinball(target, low, 0.1)
                        + pinball(target, median, 0.5)
                        + pinball(target, high, 0.9))
                / 3;
    }

    private static double pinball(double target, double quantile, double share) {
        double above = target - quantile;
        return Math.max(share * above, (share - 1) * above);
    }

    boolean covers(double target) {
        return target >= low && target <= high;
    }

    /** A number of responses for a value of log(1 + responses). */
    public static double responses(double value) {
        return Math.max(0, Math.expm1(value));
    }
}
