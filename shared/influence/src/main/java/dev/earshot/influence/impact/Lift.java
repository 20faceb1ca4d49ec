package dev.earshot.influence.impact;

/**
 * By how much mentions rose.
 *
 * @param log ln of mentions over what the control says they would have been
 * @param error its standard error
 * @param low lower end of the 90 % interval of {@code log}
 * @param high upper end
 * @param placeboP the share of placebos that moved as much; small means not by chance
 * @param placebos how many placebos there were
 * @param mentions mentions in the days after the author's posts
 * @param expected what the control says they would have been
 * @param positiveBefore share of positive mentions outside those days
 * @param positiveAfter share of positive mentions in those days
 * @param interactionsBefore interactions a mention outside those days
 * @param interactionsAfter interactions a mention in those days
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
