package dev.earshot.influence.impact;

/**
 * The rise in mentions after an author's posts.
 *
 * @param log ln of the ratio of mentions to those expected from the control
 * @param error its standard error
 * @param low lower end of the 90 % interval of {@code log}
 * @param high upper end
 * @param placeboP the share of placebos with at least as large an effect; small if it is unlikely
 *     to be chance
 * @param placebos number of placebos
 * @param mentions number of mentions in the days after the author's posts
 * @param expected number of mentions expected from the control
 * @param positiveBefore share of positive mentions outside those days
 * @param positiveAfter share of positive mentions in those days
 * @param interactionsBefore interactions per mention outside those days
 * @param interactionsAfter interactions per mention in those days
 */
public record Lift(
        double log,
        double error,
        double low,
        double high,
        double placeboP,
        int placebos,
        double mentions,
        double expected,
        double positiveBefore,
        double positiveAfter,
        double interactionsBefore,
        double interactionsAfter) {
    /** The relative rise: 0.3 means 30 % more than expected. */
    public double relative() {
        return Math.expm1(log);
    }
}
