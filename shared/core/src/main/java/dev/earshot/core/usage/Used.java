package dev.earshot.core.usage;

import dev.earshot.core.Checks;

/**
 * What was used of one kind.
 *
 * @param amount see {@link UsageKind}
 * @param microDollars millionths of a US dollar that were counted with it: the worker's
 */
public record Used(long amount, long microDollars) {
    /** Nothing. */
    public static final Used NOTHING = new Used(0, 0);

    public Used {
        Checks.notNegative("amount", amount);
        Checks.notNegative("microDollars", microDollars);
    }

    /**
     * Time of a worker.
     *
     * @param hourlyPrice US dollars; 0 if unknown
     */
    public static Used ofWorker(double seconds, double hourlyPrice) {
        return new Used(
                Math.round(seconds * 1_000), Math.round(seconds / 3_600 * hourlyPrice * 1e6));
    }

    /** Both together. */
    public Used plus(Used more) {
        return new Used(amount + more.amount, microDollars + more.microDollars);
    }

    /** US dollars. */
    public double dollars(UsageKind kind) {
        return kind.dollars(amount) + microDollars / 1e6;
    }
}
