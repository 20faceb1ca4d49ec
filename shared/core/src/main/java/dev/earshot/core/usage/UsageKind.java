package dev.earshot.core.usage;

/**
 * What costs, and is counted. Amounts are whole numbers: posts, pictures, and milliseconds of the
 * worker.
 *
 * <p>The prices are those of us-east-1 without free tiers and discounts, from what {@code
 * shared/bench/README.md} measures; what a stack really costs stands in AWS's bill.
 */
public enum UsageKind {
    /** Posts that a model read and that were stored: $2.14 a million, by the hundred. */
    POSTS("posts", 1, 2.14e-6),
    /**
     * Pictures that the models looked at: 2.5 s of a function of 5,307 MB each, and what is written
     * of it.
     */
    PICTURES("pictures", 1, 2.5 * 5_307 / 1_024 * 0.0000166667),
    /** Time of the worker, whose price is that of its instances when the job ran. */
    WORKER("workerMinutes", 60_000, 0);

    private final String key;
    private final long perUnit;
    private final double dollars;

    UsageKind(String key, long perUnit, double dollars) {
        this.key = key;
        this.perUnit = perUnit;
        this.dollars = dollars;
    }

    /** Its name, which says the unit: {@code posts}, {@code pictures}, {@code workerMinutes}. */
    public String key() {
        return key;
    }

    /** The amount that makes one unit: a post, a picture, a minute. */
    public long perUnit() {
        return perUnit;
    }

    /** An amount in units. */
    public double units(long amount) {
        return (double) amount / perUnit;
    }

    /** US dollars of an amount; 0 for the worker, whose price is counted with its time. */
    public double dollars(long amount) {
        return units(amount) * dollars;
    }
}
