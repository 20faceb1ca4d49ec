package dev.earshot.influence.score;

import dev.earshot.influence.statistics.Normal;

import java.util.List;

/**
 * The total of a score's components. Each value is a percentile among peers; as a normal quantile
 * it says how many standard deviations above the peers' middle a component is. The total is the
 * weighted sum of these, as a percentile again: for causes that multiply, as reach, response and
 * fit do, logarithms add. A component without evidence adds nothing, which is the peers' middle.
 * The 90 % interval adds the components' intervals in quadrature, since their errors have
 * independent sources; one without evidence adds as much as it could.
 *
 * @param score 0 to 100
 * @param low lower end of the interval, at most {@code score}
 * @param high upper end, at least {@code score} and at most 100
 */
public record Total(double score, double low, double high) {
    /** Computes the total of components whose ends are inside (0, 100). */
    public static Total of(List<Component> components) {
        double sum = 0;
        double below = 0;
        double above = 0;
        for (Component component : components) {
            double weight =
                    component.weight() > 0
                            ? component.weight()
                            : ScoreTable.CURRENT.weight(component.name());
            double value = Normal.quantile(component.value() / 100);
            sum += component.weight() * value;
            below += square(weight * (value - Normal.quantile(component.low() / 100)));
            above += square(weight * (Normal.quantile(component.high() / 100) - value));
        }
        double scale = ScoreTable.CURRENT.scale();
        double score = percentile(sum / scale);
        return new Total(
                score,
                Math.min(score, percentile((sum - Math.sqrt(below)) / scale)),
                Math.max(score, percentile((sum + Math.sqrt(above)) / scale)));
    }

    private static double percentile(double z) {
        return 100 * Normal.cumulative(z);
    }

    private static double square(double value) {
        return value * value;
    }
}
