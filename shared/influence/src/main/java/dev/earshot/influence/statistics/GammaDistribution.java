package dev.earshot.influence.statistics;

import dev.earshot.core.Checks;

/**
 * The gamma distribution: the conjugate prior of a Poisson rate.
 *
 * @param shape above 0
 * @param rate above 0; the mean is {@code shape / rate}
 */
public record GammaDistribution(double shape, double rate) {
    private static final int ITERATIONS = 500;
    private static final double PRECISION = 1e-14;
    private static final double[] LANCZOS = {
        676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
        12.507343278686905, -0.13857109526572012, 9.984369578019572E-6, 1.5056327351493116E-7
    };

    public GammaDistribution {
        Checks.inRange("shape", shape, Double.MIN_NORMAL, Double.MAX_VALUE);
        Checks.inRange("rate", rate, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    /** The gamma distribution with a given mean and variance, both above 0. */
    public static GammaDistribution ofMoments(double mean, double variance) {
        return new GammaDistribution(mean * mean / variance, mean / variance);
    }

    public double mean() {
        return shape / rate;
    }

    /**
     * The posterior after {@code events} in {@code exposure}. Each event counts {@code 1 /
     * inflation}, because events come in clusters (a quasi-Poisson likelihood).
     */
    public GammaDistribution after(double events, double exposure, double inflation) {
        return new GammaDistribution(shape + events / inflation, rate + exposure / inflation);
    }

    /**
     * The probability of a value of at most {@code x}: the regularised incomplete gamma function.
     */
    public double cumulative(double x) {
        double t = x * rate;
        if (!(t > 0)) {
            return 0;
        }
        double scale = Math.exp(shape * Math.log(t) - t - logGamma(shape));
        return Math.clamp(t < shape + 1 ? series(t, scale) : 1 - fraction(t, scale), 0, 1);
    }

    private double series(double t, double scale) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < ITERATIONS * 20 && term > sum * PRECISION; n++) {
            term *= t / (shape + n);
            sum += term;
        }
        return sum * scale;
    }

    /** Lentz's continued fraction for the upper tail. */
    private double fraction(double t, double scale) {
        double b = t + 1 - shape;
        double c = 1 / Double.MIN_NORMAL;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < ITERATIONS; i++) {
            double an = -i * (i - shape);
            b += 2;
            d = 1 / nonZero(an * d + b);
            c = nonZero(b + an / c);
            double factor = d * c;
            h *= factor;
            if (Math.abs(factor - 1) < PRECISION) {
                break;
            }
        }
        return h * scale;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < Double.MIN_NORMAL ? Double.MIN_NORMAL : value;
    }

    /** The quantile, by bisection; {@code 0 < p < 1}. */
    public double quantile(double p) {
        double low = 0;
        double high = mean() + 10 * Math.sqrt(shape) / rate;
        while (cumulative(high) < p) {
            high *= 2;
        }
        for (int i = 0; i < 400 && high - low > 1e-12 * high; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** ln of the gamma function for positive arguments (Lanczos 1964, g = 7). */
    static double logGamma(double x) {
        if (x < .5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = .9999999999998099;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS.length - 1.5;
        return .5 * Math.log(2 * Math.PI) + (x - .5) * Math.log(t) - t + Math.log(sum);
    }
}
