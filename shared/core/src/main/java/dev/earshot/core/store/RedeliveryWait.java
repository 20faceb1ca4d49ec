package dev.earshot.core.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a message waits that must come again because a service failed: {@value #FIRST_SECONDS}
 * s, then three times as long after each failure, up to {@value #LONGEST_SECONDS} s. A service that
 * failed for a moment is tried again soon, one that fails for long is left alone.
 *
 * <p>Each wait is shortened by up to a quarter at random, so that messages that failed together
 * don't come back together (M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog,
 * 2015). A queue that delivers {@link #RECEIVES} times therefore keeps a message through an outage
 * of at least {@link #shortestOutage}. Thread-safe where the generator is.
 */
public final class RedeliveryWait {
    /**
     * How often a queue must deliver a message for it to survive an hour without the store; the
     * template's {@code maxReceiveCount} of the posts.
     */
    public static final int RECEIVES = 12;

    private static final int FIRST_SECONDS = 5;
    private static final int GROWTH = 3;
    private static final int LONGEST_SECONDS = 720;
    private static final double JITTER = 0.25;

    private final RandomGenerator random;

    public RedeliveryWait(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after a delivery that failed.
     *
     * @param receives how often the message was delivered, this time included; at least 1
     */
    public Duration after(int receives) {
        double share = 1 - JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(longest(receives).toMillis() * share));
    }

    /** The time from the first to the last of so many deliveries, if all waits are the shortest. */
    public static Duration shortestOutage(int receives) {
        Duration sum = Duration.ZERO;
        for (int receive = 1; receive < receives; receive++) {
            sum = sum.plus(longest(receive));
        }
        return Duration.ofMillis(Math.round(sum.toMillis() * (1 - JITTER)));
    }

    private static Duration longest(int receives) {
        if (receives < 1) {
            throw new IllegalArgumentException("receives must be 1 or more, got " + receives);
        }
        double seconds = FIRST_SECONDS * Math.pow(GROWTH, receives - 1);
        return Duration.ofSeconds((long) Math.min(LONGEST_SECONDS, seconds));
    }
}
