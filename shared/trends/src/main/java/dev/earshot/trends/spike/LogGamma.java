package dev.earshot.trends.spike;

/** The logarithm of the gamma function. Stateless. */
final class LogGamma {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    /** From here on Stirling's series with three terms is exact to 1e-12. */
    private static final double LARGE = 15;

    private LogGamma() {}

    /** Of a positive number. */
    static double of(double x) {
        double shift = 0;
        double z = x;
        while (z < LARGE) {
            shift -= Math.log(z);
            z++;
        }
        double inverse = 1 / z;
        double square = inverse * inverse;
        double series =
                inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680)));
        return shift + (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series;
    }
}
