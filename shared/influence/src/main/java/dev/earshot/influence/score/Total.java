package dev.earshot.influence.score;

import java.util.List;

/**
 * What the components of a score come to: their weighted geometric mean. A weak part can't be made
 * up for by a strong one, which is what makes one bought number worthless. The 90 % interval adds
 * the components' on the logarithmic scale, in squares, since their errors have different sources.
 *
 * @param score 0 to 100
 * @param low lower end of the interval, at most {@code score}
 * @param high upper end, at least {@code score} and at most 100
 */
public record Total(double score, double low, double high) {
    /**
     * The total of components whose weights sum to 1 and whose values and lower ends are above 0.
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
