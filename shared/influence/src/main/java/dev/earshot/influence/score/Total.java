package dev.earshot.influence.score;

import java.util.List;

/**
 * The total of a score's components: their weighted geometric mean. A strong component can't make
 * up for a weak one, so buying a single number is worthless. The 90 % interval adds the components'
 * intervals in quadrature on the logarithmic scale, since their errors have independent sources.
 *
 * @param score 0 to 100
 * @param low lower end of the interval, at most {@code score}
 * @param high upper end, at least {@code score} and at most 100
 */
public record Total(double score, double low, double high) {
    /**
     * Computes the total of components whose weights sum to 1 and whose values and lower ends are
     * above 0.
     */
    public static Total of(List<Component> components) {
        double log = 0;
        double below = 0;
        double above = 0;
        for (Component component : components) {
            double value = Math.log(component.value() / 100);
            log += component.weight() * value;
            below += square(component.weight() * (value - Math.log(component.low() / 100)));
            above += square(component.weight() * (Math.log(component.high() / 100) - value));
        }
        double score = 100 * Math.exp(log);
        return new Total(
                Math.min(100, score),
                Math.min(100, score * Math.exp(-Math.sqrt(below))),
                Math.min(100, score * Math.exp(Math.sqrt(above))));
    }

    private static double square(double value) {
        return value * value;
    }
}
